import { IconAdjustmentsHorizontal, IconCommand, IconKeyboard, IconLogout } from '@tabler/icons-react';
import { commandBoard } from '../shortcuts/commands.ts';
import { useKeyHint } from '../shortcuts/key-words.ts';
import type { CommandName } from '../shortcuts/shortcuts.ts';
import { Initials } from '../ui/words/initials.tsx';
import { Menu, MenuItem, MenuLink } from '../ui/layers/menu.tsx';
import { useSession, useSignedIn } from './session-context.tsx';
import { useWords } from '../words/use-words.tsx';
import './user-menu.css';

const ROLE_NAMES = {
  CANDIDATE: 'session.candidate',
  INSTRUCTOR: 'session.instructor',
  ADMIN: 'session.administrator',
} as const;

export function UserMenu() {
  const say = useWords();
  const session = useSession();
  const { viewer } = useSignedIn();
  const heading = (
    <>
      <strong dir="auto">{viewer.name}</strong>{' '}
      <span className="user-role">{say(ROLE_NAMES[viewer.role])}</span>
    </>
  );
  return (
    <Menu
      label={say('session.account', { name: viewer.name })}
      button={<Initials name={viewer.name} />}
      heading={heading}
    >
      <MenuLink to="/preferences">
        <IconAdjustmentsHorizontal size={16} stroke={1.7} aria-hidden="true" />
        {say('session.preferences')}
      </MenuLink>
      <CommandItem command="palette" Icon={IconCommand} label={say('session.findCommand')} />
      <CommandItem command="help" Icon={IconKeyboard} label={say('session.shortcuts')} />
      <MenuItem onClick={() => void session.signOut()}>
        <IconLogout className="points" size={16} stroke={1.7} aria-hidden="true" />
        {say('session.signOut')}
      </MenuItem>
    </Menu>
  );
}

type ItemProps = { command: CommandName; Icon: typeof IconCommand; label: string };

function CommandItem({ command, Icon, label }: ItemProps) {
  const hint = useKeyHint(command);
  return (
    <MenuItem
      aria-keyshortcuts={hint.keys}
      title={hint.title(label)}
      onClick={() => void commandBoard.run(command)}
    >
      <Icon size={16} stroke={1.7} aria-hidden="true" />
      {label}
    </MenuItem>
  );
}
