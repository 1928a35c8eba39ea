import DataLoader from 'dataloader';

const loaders = new WeakMap<object, Map<unknown, DataLoader<string, unknown>>>();

/**
 * Loads one of many: the ids that one operation asks for in the same moment are read by one `load`. Nothing is
 * cached, since a subscription's context lives for hours.
 * @param owner the operation's context
 * @param load a function that stays the same from call to call; answers in the order of the ids
 */
export function batched<T>(
  owner: object,
  load: (ids: readonly string[], owner: never) => Promise<readonly (T | undefined)[]>,
  id: string,
): Promise<T | undefined> {
  const own = loaders.get(owner) ?? new Map<unknown, DataLoader<string, unknown>>();
  loaders.set(owner, own);
  const loader =
    own.get(load) ??
    new DataLoader<string, unknown>(
      async (ids) => {
        const unique = [...new Set(ids)];
        const found = await load(unique, owner as never);
        const byId = new Map(unique.map((key, index) => [key, found[index]]));
        return ids.map((key) => byId.get(key));
      },
      { cache: false },
    );
  own.set(load, loader);
  return loader.load(id) as Promise<T | undefined>;
}
