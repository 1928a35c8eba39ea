import { IconBell, IconChevronDown, IconDeviceMobile, IconMail, IconMessage } from '@tabler/icons-react';
import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { PageLink } from '../../ui/words/page-link.tsx';
import { errorText } from '../../inbox/error-text.ts';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useDeliveriesQuery } from '../../generated/deliveries.ts';
import { PartHeading } from '../../ui/page/page.tsx';
import { useNow } from '../../ui/words/relative-time.tsx';
import { deliveryWords, isPending, placeOf, type Delivery } from './delivery-words.ts';
import { WHY } from '../notification-target.ts';
import { Said, useWords } from '../../words/use-words.tsx';
import '../../ui/buttons/text-button.css';
import './why.css';

const LOOK_AGAIN = 10_000;

type Props = { notification: NotificationRowFragment; muting?: ReactNode };

/** "Why did or didn't I get this?": what was decided on each channel, fetched when somebody wants to know. */
export function NotificationWhy({ notification, muting }: Props) {
  const say = useWords();
  const id = useId();
  const { hash, key } = useLocation();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(hash === WHY);
  const place = key + hash;
  const [lastPlace, setLastPlace] = useState(place);
  if (place !== lastPlace) {
    setLastPlace(place);
    // Asked for from a row while this page is open.
    if (hash === WHY) setOpen(true);
  }
  useEffect(() => {
    if (hash !== WHY) return;
    button.current?.scrollIntoView({ block: 'center' });
    // After the page, which takes the focus to its heading.
    const timer = setTimeout(() => button.current?.focus({ preventScroll: true }));
    return () => clearTimeout(timer);
  }, [hash, key]);
  return (
    <section className="why">
      <PartHeading>
        <button
          ref={button}
          type="button"
          className="why-button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <IconChevronDown size={18} stroke={1.8} aria-hidden="true" />
          {say('notification.whyQuestion')}
        </button>
      </PartHeading>
      <div id={id} className="why-body" hidden={!isOpen}>
        {isOpen && (
          <>
            <Deliveries notification={notification} />
            {muting}
          </>
        )}
      </div>
    </section>
  );
}

function Deliveries({ notification }: { notification: NotificationRowFragment }) {
  const say = useWords();
  const { id, category } = notification;
  const { data, error, refetch, startPolling, stopPolling } = useDeliveriesQuery({
    variables: { id },
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
    skipPollAttempt: () => document.visibilityState === 'hidden',
  });
  const deliveries = data?.notification?.deliveries;
  const isUndecided = deliveries?.some(isPending) ?? false;
  useEffect(() => {
    if (!isUndecided) return;
    startPolling(LOOK_AGAIN);
    return stopPolling;
  }, [isUndecided, startPolling, stopPolling]);
  const retry = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  const time = useNow();
  if (!deliveries) {
    if (!error) return <p role="status">{say('why.looking')}</p>;
    return (
      <p role="alert">
        {errorText(error)}{' '}
        <button type="button" className="text-button" onClick={retry}>
          {say('ui.tryAgain')}
        </button>
      </p>
    );
  }
  return (
    <ul className="why-list">
      {deliveries.map((delivery) => (
        <DeliveryLine
          key={delivery.channel}
          delivery={delivery}
          words={deliveryWords(delivery, notification, time)}
          place={placeOf(delivery, category)}
        />
      ))}
    </ul>
  );
}

const CHANNEL_WORDS = {
  IN_APP: { name: 'why.ring', Icon: IconBell },
  EMAIL: { name: 'why.emailChannel', Icon: IconMail },
  PUSH: { name: 'why.pushChannel', Icon: IconDeviceMobile },
  SMS: { name: 'why.smsChannel', Icon: IconMessage },
} as const;

type LineProps = { delivery: Delivery; words: string; place: ReturnType<typeof placeOf> };

function DeliveryLine({ delivery: { channel }, words, place }: LineProps) {
  const say = useWords();
  const { name, Icon } = CHANNEL_WORDS[channel];
  const label = say(name);
  return (
    <li>
      <Icon size={18} stroke={1.7} aria-hidden="true" />
      <span className="why-words">
        <Said of="why.line" with={{ b: (bold) => <strong>{bold}</strong>, channel: label, words }} />{' '}
        <PageLink
          to={place.path}
          aria-label={say('why.preferencesFor', { channel: label, place: say(place.name) })}
        >
          {say('why.preferences')}
        </PageLink>
      </span>
    </li>
  );
}
