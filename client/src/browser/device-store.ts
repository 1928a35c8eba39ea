const DATABASE = 'carillon';
const VALUES = 'values';
const LIST = 'list';
// Where the browser does not answer, we do without.
const PATIENCE = 5_000;

type Ask<T> = (on: (store: string) => IDBObjectStore) => IDBRequest<T>;

/**
 * What is too much for `inBrowser`: values by name, and one list in the order in which any tab has appended to it.
 * Where storage is refused, full or broken nothing is kept, and nothing throws.
 */
export class DeviceStore {
  #opening: Promise<IDBDatabase> | undefined;

  read<T>(name: string): Promise<T | undefined> {
    return this.#run('readonly', (on) => on(VALUES).get(name) as IDBRequest<T | undefined>);
  }

  /** @returns whether it is kept */
  async write(name: string, value: unknown): Promise<boolean> {
    return (await this.#run('readwrite', (on) => on(VALUES).put(value, name))) !== undefined;
  }

  async erase(name: string): Promise<void> {
    await this.#run('readwrite', (on) => on(VALUES).delete(name));
  }

  /** @returns whether it is kept */
  async append(value: unknown): Promise<boolean> {
    return (await this.#run('readwrite', (on) => on(LIST).add(value))) !== undefined;
  }

  /** The list, by the keys to remove from it. */
  async list<T>(): Promise<[key: IDBValidKey, value: T][]> {
    const [keys, values] = await Promise.all([
      this.#run('readonly', (on) => on(LIST).getAllKeys()),
      this.#run('readonly', (on) => on(LIST).getAll() as IDBRequest<T[]>),
    ]);
    const known = keys?.slice(0, values?.length) ?? [];
    return known.map((key, index) => [key, values![index]!]);
  }

  async remove(keys: IDBValidKey[]): Promise<void> {
    for (const key of keys) await this.#run('readwrite', (on) => on(LIST).delete(key));
  }

  async clear(): Promise<void> {
    for (const name of [VALUES, LIST]) await this.#run('readwrite', (on) => on(name).clear());
  }

  async #run<T>(mode: IDBTransactionMode, ask: Ask<T>): Promise<T | undefined> {
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
    return Promise.race([late, this.#ask(mode, ask)]).catch(() => undefined);
  }

  async #ask<T>(mode: IDBTransactionMode, ask: Ask<T>): Promise<T> {
    const database = await (this.#opening ??= this.#open());
    return new Promise<T>((resolve, reject) => {
      const transaction = database.transaction([VALUES, LIST], mode);
      const request = ask((store) => transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(new Error('Not kept', { cause: transaction.error }));
    });
  }

  #open(): Promise<IDBDatabase> {
    const opening = new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(VALUES);
        request.result.createObjectStore(LIST, { autoIncrement: true });
      };
      request.onerror = () => reject(new Error('No storage', { cause: request.error }));
      request.onsuccess = () => {
        const forget = () => (this.#opening = undefined);
        // The browser, or its reader, has thrown it away; the next who asks opens it anew.
        request.result.onclose = forget;
        request.result.onversionchange = () => {
          request.result.close();
          forget();
        };
        resolve(request.result);
      };
    });
    opening.catch(() => (this.#opening = undefined));
    return opening;
  }
}

export const deviceStore = new DeviceStore();
