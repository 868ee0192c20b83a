/**
 * Whether Windows takes a file's name for a device (CON, NUL, COM1, also with an extension) or
 * would quietly drop its end (a dot or a blank). Elsewhere such a name is a file like any other.
 */
export function isUnsafeOnWindows(name: string): boolean {
  return (
    /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(?:\.|$)/iu.test(name) ||
    /[. ]$/u.test(name)
  );
}
