// Starts the packaged main process over a stand-in for `electron` and prints what it answers.
const { EventEmitter } = require('node:events');
const { mkdirSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const [root, dataFolder] = process.argv.slice(2);
const handlers = new Map();
const pass = () => undefined;
const contents = Object.assign(new EventEmitter(), { send: pass, setWindowOpenHandler: pass });
const session = Object.assign(new EventEmitter(), {
  setPermissionRequestHandler: pass,
  setPermissionCheckHandler: pass,
  setDevicePermissionHandler: pass,
  setBluetoothPairingHandler: pass,
  setDisplayMediaRequestHandler: pass,
  setSpellCheckerEnabled: pass,
  webRequest: { onBeforeRequest: pass },
});
let answerPage = null;

class BrowserWindow extends EventEmitter {
  static getFocusedWindow = () => null;
  static getAllWindows = () => [];
  webContents = contents;
  async loadURL(url) {
    const ask = (name, input) =>
      handlers.get(`nianbao:${name}`)({ senderFrame: { url, parent: null } }, input);
    const { reportId } = (await ask('library.addSample', {})).value;
    const read = {};
    for (const name of readdirSync(join(dataFolder, 'in'))) {
      const base64 = readFileSync(join(dataFolder, 'in', name)).toString('base64');
      const answer = await ask('import.read', { name, content: { kind: 'file', base64 } });
      read[name] = answer.ok ? 'read' : answer.error.code;
    }
    const page = await answerPage({ url, method: 'GET' });
    const told = {
      info: await ask('app.info', {}),
      packs: (await ask('packs.forYear', { year: 2025 })).ok,
      opened: (await ask('report.open', { reportId })).ok,
      exported: await ask('report.export', { reportId, copy: 'filing' }),
      read,
      page: page.status,
    };
    process.stdout.write(JSON.stringify(told), () => process.exit(0));
  }
}

const area = { workArea: { x: 0, y: 0, width: 1366, height: 728 } };
const electron = {
  app: Object.assign(new EventEmitter(), {
    isPackaged: true,
    getAppPath: () => root,
    getVersion: () => require(`${root}/package.json`).version,
    getPath: () => dataFolder,
    setPath: pass,
    setAppUserModelId: pass,
    commandLine: { appendSwitch: pass },
    enableSandbox: pass,
    requestSingleInstanceLock: () => true,
    whenReady: async () => undefined,
    quit: pass,
    exit: (code) => process.exit(code),
  }),
  BrowserWindow,
  dialog: {
    showMessageBox: async (box) => {
      process.stderr.write(JSON.stringify(box));
      return { response: 0 };
    },
    showSaveDialog: async () => ({ canceled: false, filePath: `${dataFolder}/out.docx` }),
  },
  ipcMain: { handle: (channel, run) => handlers.set(channel, run) },
  globalShortcut: { register: () => true, unregisterAll: pass },
  nativeImage: { createFromPath: () => ({ resize: pass }) },
  Tray: class extends EventEmitter {
    setToolTip = pass;
    setContextMenu = pass;
    destroy = pass;
  },
  Menu: { buildFromTemplate: (template) => template, setApplicationMenu: pass },
  nativeTheme: { shouldUseDarkColors: false },
  protocol: {
    registerSchemesAsPrivileged: pass,
    handle: (_scheme, run) => {
      answerPage = run;
    },
  },
  screen: { getAllDisplays: () => [area], getPrimaryDisplay: () => area },
  session: { defaultSession: session },
  shell: { openPath: pass },
};

// Stands where Electron would resolve its own module.
globalThis.standInElectron = electron;
mkdirSync(join(root, 'node_modules/electron'), { recursive: true });
writeFileSync(
  join(root, 'node_modules/electron/index.js'),
  'module.exports = globalThis.standInElectron;',
);
process.argv = [process.execPath, '--data', dataFolder];
require(`${root}/dist/electron/main.cjs`);
