/** A framework as one plain object. */
import type { Component, Framework, Proposition } from '../../domain/framework.js';
import type { Document } from './view.js';

/** The framework as study.json and templates have it. */
export function frameworkOf({
  id,
  title,
  about,
  propositions,
  dimensions,
}: Framework): Document['framework'] {
  return {
    id,
    title,
    about,
    propositions: propositions.map(propositionOf),
    dimensions: dimensions.map((dimension) => ({
      id: dimension.id,
      code: dimension.code,
      title: dimension.title,
      titles: dimension.titles,
      propositions: dimension.propositions.map(propositionOf),
      about: dimension.about,
      components: dimension.components.map(componentOf),
    })),
  };
}

function componentOf({
  id,
  code,
  title,
  titles,
  aliases,
  question,
  questions,
  parent,
  propositions,
  see,
  about,
}: Component) {
  return {
    id,
    code,
    title,
    titles,
    aliases,
    question,
    questions,
    parent,
    propositions: propositions.map(propositionOf),
    see,
    about,
  };
}

function propositionOf({ id, expects, text }: Proposition) {
  return { id, expects, text };
}
