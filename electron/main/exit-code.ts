/**
 * The exit code after the person was told in a dialog why the app could not start. Any other code
 * but 0 means that Electron itself failed, and whoever started it may try another way.
 */
export const exitAfterNotice = 3;
