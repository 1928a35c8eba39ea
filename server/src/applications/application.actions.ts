import { ActionStyle, type Action } from '../inbox/action.ts';
import { ApplicationStatus } from './application-status.ts';

export type Decision = ApplicationStatus.APPROVED | ApplicationStatus.REJECTED;

const decisions: readonly { readonly decision: Decision; readonly action: Action }[] = [
  {
    decision: ApplicationStatus.APPROVED,
    action: { id: 'approve', label: 'Approve', style: ActionStyle.PRIMARY, asksForComment: false },
  },
  {
    decision: ApplicationStatus.REJECTED,
    action: { id: 'reject', label: 'Reject', style: ActionStyle.DANGER, asksForComment: true },
  },
];

/** What the notification of a new application offers. */
export const decisionActions: readonly Action[] = decisions.map(({ action }) => action);

export const actionOf = (decision: Decision): Action =>
  decisions.find((one) => one.decision === decision)!.action;

export const decisionOf = (actionId: string): Decision =>
  decisions.find(({ action }) => action.id === actionId)!.decision;
