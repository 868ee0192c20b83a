/** The page's nonce for style elements that antd adds; undefined where the page has no policy. */
export function readNonce(page: Document): string | undefined {
  const marked =
    page.querySelector<HTMLMetaElement>('meta[property=csp-nonce]') ??
    page.querySelector<HTMLScriptElement>('script[nonce]');
  return marked?.nonce || undefined;
}

/**
 * Marks every style element that a script of ours makes. antd gives its own the nonce, but what it
 * measures scroll bars and holds the page still with does not ask for it, and would be refused.
 */
export function markStyleElements(page: Document, nonce: string): void {
  const create = page.createElement.bind(page);
  const createMarked = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
  page.createElement = createMarked as Document['createElement'];
}
