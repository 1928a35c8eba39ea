import { ConcurrentIndexes } from './concurrent-indexes.ts';

/** By these a provider says which sessions it has ended. */
export class ProviderSessionIndexes extends ConcurrentIndexes {
  protected readonly indexes = {
    sessions_subject: 'sessions (issuer, subject) where issuer is not null',
    sessions_provider_session: 'sessions (issuer, provider_session_id) where provider_session_id is not null',
  };
}
