import { PLACES } from '../../../../server/src/platform/text/places.ts';
import { useOpenTopicsQuery } from '../../generated/topics.ts';
import { Switch } from '../../ui/fields/switch.tsx';
import { useWords } from '../../words/use-words.tsx';
import { useFollowing } from './use-following.ts';
import './topics-card.css';

/** What the reader may follow by themselves; no card where nothing is open. */
export function TopicsCard() {
  const say = useWords();
  const { data } = useOpenTopicsQuery({ fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' });
  const follow = useFollowing();
  if (!data || data.openTopics.length === 0) return null;
  return (
    <section id={PLACES.topics} className="card place" tabIndex={-1} aria-labelledby="topics-title">
      <h2 id="topics-title">{say('topics.title')}</h2>
      <p className="card-lead">{say('topics.lead')}</p>
      <ul className="topics-list">
        {data.openTopics.map(({ name, title, isFollowed }) => (
          <li key={name}>
            <label>
              <span dir="auto">{title}</span>
              <Switch
                checked={isFollowed}
                onChange={(event) => void follow(name, event.currentTarget.checked)}
              />
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
