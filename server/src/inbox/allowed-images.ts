/**
 * Pictures tell the host they come from who reads what, and when: none is shown but from hosts that the operator
 * allows.
 */
export class AllowedImages {
  private readonly hosts: ReadonlySet<string>;

  /** @param hosts as in addresses: names, with a port where it is not 443 */
  constructor(hosts: readonly string[]) {
    this.hosts = new Set(hosts);
  }

  /** The address, if its host is allowed; else null. */
  allowed(imageUrl: string | null): string | null {
    if (imageUrl === null || this.hosts.size === 0 || !URL.canParse(imageUrl)) return null;
    const { protocol, host } = new URL(imageUrl);
    return protocol === 'https:' && this.hosts.has(host) ? imageUrl : null;
  }
}
