import { BoundedLog } from '../../platform/bounded-log.ts';
import type { Feature } from '../../platform/feature.ts';
import type { Platform } from '../../platform/platform.ts';
import { RemoteKeys } from '../issuers/remote-keys.ts';
import type { SessionService } from '../session.service.ts';
import { serveEnd } from './end-route.ts';
import { serveLogout } from './logout-route.ts';
import { serveOidc } from './oidc-routes.ts';
import { PendingSignIns } from './pending-sign-in.ts';
import type { ProviderSettings } from './provider-settings.ts';
import { Provider } from './provider.ts';

/** The routes by which people sign in at a provider, and by which it ends their sessions, or we theirs there. */
export function oidcRoutes(
  { database, limits, secrets, metrics, log, onTrouble }: Platform,
  sessions: SessionService,
  settings: ProviderSettings,
): NonNullable<Feature['serve']> {
  const provider = new Provider(settings);
  const pending = new PendingSignIns(secrets);
  const { issuer, clientId } = settings;
  const keys = new RemoteKeys(() => provider.keysAddress(), onTrouble);
  return async (app, addressOf) => {
    const shared = { settings, provider, pending, database, sessions };
    serveOidc(app, addressOf, { ...shared, limits, metrics, log: new BoundedLog(log) });
    serveEnd(app, addressOf, { provider, limits });
    await serveLogout(app, { expected: { issuer, clientId, keys }, sessions });
  };
}
