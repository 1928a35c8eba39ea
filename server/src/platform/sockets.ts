import type { WebSocket } from 'ws';

/** Close codes of ours and of graphql-ws, with what they ask of the client (see the README's table). */
export const closeCode = {
  /** Token refused or expired, signed out, foreign Origin: renew and retry. */
  forbidden: 4403,
  /** Planned restart: retry after a random wait. */
  restart: 1012,
  /** Trouble on our side, or a reader too slow: retry with back-off. */
  tryLater: 1013,
} as const;

/** The sockets open on this replica, by the session that opened them. */
export class Sockets {
  private readonly bySession = new Map<string, Set<WebSocket>>();

  /** Remembers the socket until it closes. */
  add(sessionId: string, socket: WebSocket): void {
    const sockets = this.bySession.get(sessionId) ?? new Set();
    this.bySession.set(sessionId, sockets.add(socket));
    socket.once('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) this.bySession.delete(sessionId);
    });
  }

  /** Signed out: closes what the session still holds open here. */
  closeSession(sessionId: string): void {
    for (const socket of this.bySession.get(sessionId) ?? []) socket.close(closeCode.forbidden, 'Signed out');
  }
}
