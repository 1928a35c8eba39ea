import type { PubSub } from '../platform/broker/pub-sub.ts';
import type { Sockets } from '../platform/graphql/transport/sockets.ts';

const TOPIC = 'carillon:erased';

/** Who is being erased, or was just now, told among replicas: each closes their sockets and knows them no more. */
export class ErasedUsers {
  constructor(
    private readonly pubSub: PubSub,
    private readonly sockets: Sockets,
    private readonly forget: (userId: string) => void,
  ) {}

  start(): void {
    this.pubSub.subscribe(TOPIC, (userId) => this.take(userId));
  }

  /** Call it once the database knows. */
  readonly announce = (userId: string): void => {
    this.take(userId);
    this.pubSub.publish(TOPIC, userId);
  };

  private take(userId: string): void {
    this.forget(userId);
    this.sockets.closeUser(userId);
  }
}
