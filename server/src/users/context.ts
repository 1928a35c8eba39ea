import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Viewer } from './viewer.ts';

/** What every resolver may know of the operation it works for. Made anew for each operation, on HTTP and socket. */
export interface Context {
  /** In the log, and in the answer of a masked error. */
  readonly requestId: string;
  /** Undefined without a valid token; fields marked `@Authorized` never see that. */
  readonly viewer: Viewer | undefined;
  /** Where the caller is, for limits by address. */
  readonly address: string;
  /** Only on HTTP. */
  readonly cookies?: {
    read(name: string): string | undefined;
    write(name: string, value: string, options: CookieSerializeOptions): void;
  };
}
