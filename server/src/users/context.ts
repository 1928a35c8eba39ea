import type { CookieSerializeOptions } from '@fastify/cookie';
import type { OperationContext } from '../platform/graphql/transport/operation-context.ts';
import type { Viewer } from './viewer.ts';

/** What every resolver may know of the operation it works for. Made anew for each operation, on HTTP and socket. */
export interface Context extends OperationContext {
  /** Undefined without a valid token; fields marked `@Authorized` never see that. */
  readonly viewer?: Viewer | undefined;
  /** Why there is no viewer, in words for the caller. */
  readonly refusal?: string | undefined;
  /** Whether that may be known in a moment. */
  readonly isTemporary?: true | undefined;
  /** Where the caller is, for limits by address. */
  readonly address: string;
  /** Only on HTTP. */
  readonly cookies?: {
    read(name: string): string | undefined;
    write(name: string, value: string, options: CookieSerializeOptions): void;
  };
}
