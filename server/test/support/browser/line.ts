import type { BrowserContext, WebSocketRoute } from 'playwright-core';

/** As the client asks whether the server is there. */
const IS_ANYBODY_THERE = '{"query":"{ __typename }"}';

/** What a browser follows its inbox by. Other requests come through, so that pages can be looked at meanwhile. */
export class Line {
  private readonly open = new Set<WebSocketRoute>();
  private isCut = false;

  static async of(context: BrowserContext): Promise<Line> {
    const line = new Line();
    await context.routeWebSocket(/graphql/, (socket) => {
      if (line.isCut) return void socket.close();
      socket.connectToServer();
      line.open.add(socket);
    });
    await context.route('**/graphql', (route) =>
      line.isCut && route.request().postData() === IS_ANYBODY_THERE ? route.abort() : route.fallback(),
    );
    return line;
  }

  async cut(): Promise<void> {
    this.isCut = true;
    await Promise.all([...this.open].map((socket) => socket.close()));
    this.open.clear();
  }

  mend(): void {
    this.isCut = false;
  }
}
