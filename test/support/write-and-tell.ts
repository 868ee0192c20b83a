import { writeFileAtomic } from '../../electron/services/atomic-write.ts';
import { openStore } from '../../electron/store/index.ts';

// Does one thing that writes, and prints the Result it gets: see bound-process.ts.
const [what, path = ''] = process.argv.slice(2);
const result =
  what === 'open-store'
    ? openStore(path, { clock: () => new Date() })
    : await writeFileAtomic(path, Buffer.from('x'));
console.log(JSON.stringify(result));
