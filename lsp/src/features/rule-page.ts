// The page of a code, for clients that show it instead of opening the one on the web.
import { rulePageOf } from '../../../compiler/src/editor/index.ts';
import { type Feature, request } from '../feature.ts';
import { type RulePageParams, type RulePageResult, rulePageRequest } from '../protocol.ts';

export default {
  name: 'rule-page',
  capabilities: () => ({}),
  requests: [
    request(rulePageRequest, ({ code }: RulePageParams): RulePageResult | null => {
      const markdown = rulePageOf(code);
      return markdown === undefined ? null : { markdown };
    }),
  ],
} satisfies Feature;
