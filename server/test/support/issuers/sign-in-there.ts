import { refresh } from '../sign-in.ts';
import { HttpBrowser, locationOf } from './http-browser.ts';

const CALLBACK = '/sign-in/oidc/callback';

/** Goes through the provider's pages, as far as the address that leads back. */
export async function comeFromProvider(
  browser: HttpBrowser,
  carillon: string,
  login: string,
  next = '/',
): Promise<URL> {
  const started = await browser.get(`${carillon}/sign-in/oidc/start?next=${encodeURIComponent(next)}`);
  const isBack = ({ pathname }: URL) => pathname === CALLBACK;
  const page = await browser.follow(started, isBack);
  // Whoever is known there is asked nothing.
  if (locationOf(page)) return locationOf(page)!;
  const submitted = await browser.submit(page.url, { prompt: 'login', login, password: 'any' });
  return locationOf(await browser.follow(submitted, isBack))!;
}

/** The whole way. @returns where it ends, and the session */
export async function signInThere(
  carillon: string,
  login: string,
  next?: string,
  browser = new HttpBrowser(),
) {
  const back = await comeFromProvider(browser, carillon, login, next);
  const answer = await browser.get(back.href);
  const cookie = `carillon_refresh=${browser.cookie(carillon, 'carillon_refresh') ?? ''}`;
  return { browser, cookie, end: locationOf(answer)!, answer };
}

/** Signs out at the provider, which tells everybody else. */
export async function signOutThere(browser: HttpBrowser, provider: string): Promise<void> {
  const page = await (await browser.get(`${provider}/session/end`)).text();
  const [, action] = /action="([^"]+)"/.exec(page)!;
  const [, xsrf] = /name="xsrf" value="([^"]+)"/.exec(page)!;
  await browser.submit(action!, { xsrf: xsrf!, logout: 'yes' });
}

/** Who a session's cookie belongs to. */
export async function ownerOf(carillon: string, cookie: string) {
  const { data, code } = await refresh(carillon, cookie);
  return { id: data.refreshSession?.viewer.id, token: data.refreshSession?.accessToken, code };
}
