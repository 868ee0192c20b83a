/** The page's nonce for style elements that antd adds; undefined where the page has no policy. */
export function readNonce(page: Document): string | undefined {
  const marked =
    page.querySelector<HTMLMetaElement>('meta[property=csp-nonce]') ??
    page.querySelector<HTMLScriptElement>('script[nonce]');
  return marked?.nonce || undefined;
}
