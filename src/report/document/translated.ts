/** A framework with its titles and questions in the language of the report, where it has them. */
import type { Component, Dimension, Framework } from '../../domain/framework.js';
import type { Translations } from '../../domain/text.js';

/** The headings stay among the aliases, so that every name is found as before. */
export function frameworkIn(language: string, framework: Framework): Framework {
  return {
    ...framework,
    dimensions: framework.dimensions.map((dimension) => dimensionIn(language, dimension)),
  };
}

function dimensionIn(language: string, dimension: Dimension): Dimension {
  const components = dimension.components.map((component): Component => {
    const question = wordsIn(language, component.questions, component.question);
    return { ...component, ...titleIn(language, component), question };
  });
  return { ...dimension, ...titleIn(language, dimension), components };
}

function titleIn(
  language: string,
  { title, titles, aliases }: Dimension | Component,
): Pick<Component, 'title' | 'aliases'> {
  const shown = wordsIn(language, titles, title);
  return { title: shown, aliases: shown === title ? aliases : [title, ...aliases] };
}

function wordsIn<Own extends string | null>(
  language: string,
  translations: Translations,
  own: Own,
): string | Own {
  return Object.hasOwn(translations, language) ? (translations[language] ?? own) : own;
}
