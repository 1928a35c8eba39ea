// Generated from client/src/preferences/follow-preferences.graphql; run the codegen script instead of editing.
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
import { definitionOf, documentOf } from '../apollo/definition.ts';
import type { PreferencesChangedSubscription, PreferencesChangedSubscriptionVariables } from './graphql.ts';
import { PreferencesFieldsDefinition } from './preferences.ts';

export const PreferencesChangedDocument = /* @__PURE__ */ documentOf(/* @__PURE__ */ definitionOf('subscription PreferencesChanged{preferencesChanged{...PreferencesFields}}'), PreferencesFieldsDefinition) as DocumentNode<PreferencesChangedSubscription, PreferencesChangedSubscriptionVariables>;
