/** Fills {name} places of a pack's wording. A name without a value stays as it is. */
export function fillWording(wording: string, values: Readonly<Record<string, string>>): string {
  return wording.replace(/\{(\w+)\}/gu, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? place) : place,
  );
}
