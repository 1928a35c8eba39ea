import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { renderWith, sessionClient } from '../../../test/render.tsx';
import { TopicsCard } from './topics-card.tsx';

let inbox: FakeInbox;
const user = userEvent.setup();

beforeEach(() => {
  inbox = new FakeInbox();
});

const news = () => screen.findByRole('switch', { name: 'News' });

describe('the topics', () => {
  it('are followed and left at once, and the switch goes back where the server refuses', async () => {
    inbox.topics = [{ name: 'news', title: 'News', isFollowed: false }];
    renderWith(sessionClient(inbox), <TopicsCard />);
    const answer = inbox.hold('FollowTopic');
    await user.click(await news());
    expect(await news()).toBeChecked();
    answer();
    await waitFor(() => expect(inbox.topics[0]!.isFollowed).toBe(true));
    expect(await news()).toBeChecked();

    inbox.fail('UnfollowTopic', 'NOT_FOUND');
    await user.click(await news());
    await waitFor(async () => expect(await news()).toBeChecked());
    expect(inbox.topics[0]!.isFollowed).toBe(true);
    expect(inbox.operations('UnfollowTopic')).toEqual([{ topic: 'news' }]);
  });

  it('are no card where nothing is open', async () => {
    renderWith(sessionClient(inbox), <TopicsCard />);
    await waitFor(() => expect(inbox.operations('OpenTopics')).toHaveLength(1));
    expect(screen.queryByRole('heading', { name: 'Topics' })).not.toBeInTheDocument();
  });
});
