/** Stops a run on an older Node at once: better-sqlite3 would crash and type stripping is absent. */
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  throw new Error(
    `Tests need Node 24 or newer, found ${process.version}: run them with npm test, which brings its own.`,
  );
}
