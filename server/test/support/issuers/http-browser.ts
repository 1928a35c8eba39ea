/** As much of a browser as a sign-in needs: cookies, redirects that are followed by hand, and forms. */
export class HttpBrowser {
  private readonly jars = new Map<string, Map<string, string>>();

  cookie(url: string, name: string): string | undefined {
    return this.jar(url).get(name);
  }

  forget(url: string, name: string): void {
    this.jar(url).delete(name);
  }

  keep(url: string, name: string, value: string): void {
    this.jar(url).set(name, value);
  }

  async get(url: string): Promise<Response> {
    return this.take(url, {});
  }

  async submit(url: string, fields: Record<string, string>): Promise<Response> {
    return this.take(url, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Goes where it is led, until somebody wants something else than another page. */
  async follow(response: Response, until: (location: URL) => boolean = () => false): Promise<Response> {
    let last = response;
    for (let location = locationOf(last); location && !until(location); location = locationOf(last))
      last = await this.get(location.href);
    return last;
  }

  private async take(url: string, options: RequestInit): Promise<Response> {
    const jar = this.jar(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...options, redirect: 'manual', headers: cookie ? { cookie } : {} });
    for (const header of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(header)!;
      if (value) jar.set(name!, value);
      else jar.delete(name!);
    }
    return response;
  }

  private jar(url: string): Map<string, string> {
    const { origin } = new URL(url);
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    return jar;
  }
}

export function locationOf(response: Response): URL | undefined {
  const location = response.headers.get('location');
  return location === null ? undefined : new URL(location, response.url);
}
