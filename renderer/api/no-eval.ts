import { config } from 'zod';

// The page's policy forbids code made from text. Asked to, zod does not even try: a refused try is
// caught, but it is reported as a violation. Imported first, before any schema is made.
config({ jitless: true });
