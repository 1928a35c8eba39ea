// The examples in README.md and docs/, as their readers would copy them.
import { readFileSync } from 'node:fs';
import { inRepository } from '../../local/repository.ts';

export interface Example {
  /** What is written behind the fence; empty where nothing is. */
  language: string;
  text: string;
  /** Where it begins, for error messages. */
  place: string;
}

const FENCED = /^```(\w*)\n([\s\S]*?)^```$/gm;

/** All of a page, in their order. @param page its path in the repository */
export function examplesOf(page: string): Example[] {
  const content = readFileSync(inRepository(page), 'utf8');
  return [...content.matchAll(FENCED)].map(({ 1: language, 2: text, index }) => ({
    language: language!,
    text: text!,
    place: `${page}:${content.slice(0, index).split('\n').length}`,
  }));
}

/** The texts of those in one language. */
export const textsOf = (page: string, language: string): string[] =>
  examplesOf(page)
    .filter((example) => example.language === language)
    .map(({ text }) => text);
