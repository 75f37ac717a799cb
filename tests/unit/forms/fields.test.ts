import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { HtmlValidate } from 'html-validate';
import { beforeAll, expect, test } from 'vitest';
import { translator } from '#i18n/index.ts';
import type { SentForm } from '#lib/form-state.ts';
import Visit from '../../fixtures/forms/Visit.astro';

const REFUSED: SentForm = {
  action: 'visits.plan',
  problems: [
    { field: 'guests', key: 'form.problem.not-a-number' },
    { field: 'time', key: 'form.problem.missing' },
    { field: null, key: 'form.problem.invalid' },
  ],
  typed: { organisation: ['4'], name: ['Bi<rgit'], guests: ['to'], days: ['tue'], about: ['Med "kage"'] },
};

let container: AstroContainer;

beforeAll(async () => {
  container = await AstroContainer.create();
});

const draw = (sentForm?: SentForm) =>
  container.renderToString(Visit, {
    request: new Request('http://localhost/besoeg?dag=mandag'),
    locals: { locale: 'da', t: translator('da'), demo: false, sentForm },
  });

/** The tag of the control with that name, and value where several share it. */
function control(html: string, name: string, value?: string): string {
  const tags = html.match(/<(?:input|textarea|select)[^>]*>/g) ?? [];
  const found = tags.find((tag) => tag.includes(`name="${name}"`) && (!value || tag.includes(`value="${value}"`)));
  return found ?? '';
}

test('a form is good HTML, fresh and with problems', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: { 'no-trailing-whitespace': 'off', 'void-style': 'off', 'attribute-boolean-style': 'off' },
  });
  for (const html of [await draw(), await draw(REFUSED)]) {
    const report = await validator.validateString(html);
    const found = report.results.flatMap((result) => result.messages.map((one) => `${one.ruleId} ${one.message}`));
    expect(found).toEqual([]);
  }
});

test('a fresh form shows the defaults, and keeps the query of its page', async () => {
  const html = await draw();
  expect(html).toContain('action="?dag=mandag&amp;_action=visits.plan"');
  expect(control(html, 'name')).toContain('value="Birgit Holm"');
  expect(control(html, 'days', 'mon')).toContain('checked');
  expect(control(html, 'days', 'tue')).not.toContain('checked');
  expect(control(html, 'quiet')).toContain('checked');
  expect(html).not.toContain('role="alert"');
});

test('a form that was not taken keeps what was typed, and never shows a password', async () => {
  const html = await draw({ ...REFUSED, typed: { ...REFUSED.typed, password: ['hemmelig'] } });
  expect(control(html, 'name')).toContain('value="Bi<rgit"');
  expect(control(html, 'guests')).toContain('value="to"');
  expect(html).toContain('Med &quot;kage&quot;</textarea>');
  expect(control(html, 'days', 'mon')).not.toContain('checked');
  expect(control(html, 'days', 'tue')).toContain('checked');
  expect(control(html, 'quiet')).not.toContain('checked');
  expect(html).not.toContain('hemmelig');
});

test('the summary takes the focus and leads to each field, by its label', async () => {
  const html = await draw(REFUSED);
  expect(html).toMatch(/role="alert"[^>]*tabindex="-1"[^>]*autofocus/);
  expect(html).toContain('3 ting skal rettes');
  expect(html).toContain('<a href="#visits-plan-4-guests"');
  expect(html).toContain('Antal: Skriv et tal.');
  expect(html).toContain('<a href="#visits-plan-4-time"');
  expect(html.indexOf('role="alert"')).toBeLessThan(html.indexOf('name="name"'));
});

test('what is wrong with a field is told to those who do not see it', async () => {
  const html = await draw(REFUSED);
  expect(control(html, 'guests')).toContain('aria-invalid="true"');
  expect(control(html, 'guests')).toContain('aria-describedby="visits-plan-4-guests-problem"');
  expect(html).toMatch(/<fieldset[^>]*aria-describedby="visits-plan-4-time-problem"/);
  expect(control(html, 'email')).not.toContain('aria-invalid');
});

test('of several forms of one action, only the one that was sent shows its problems', async () => {
  const html = await draw({ ...REFUSED, typed: { ...REFUSED.typed, organisation: ['5'] } });
  expect(html).not.toContain('role="alert"');
  expect(control(html, 'name')).toContain('value="Birgit Holm"');
});

test('who was overtaken keeps what they typed, sees what stands there now, and saves on top of that', async () => {
  const html = await draw({
    action: 'visits.plan',
    problems: [{ field: null, key: 'form.problem.changed-meanwhile' }],
    typed: { organisation: ['4'], edition: ['2'], name: ['Birgit'], guests: ['2'], days: ['tue'] },
  });
  expect(control(html, 'name')).toContain('value="Birgit"');
  expect(control(html, 'name')).toContain('aria-describedby="visits-plan-4-name-now"');
  expect(control(html, 'edition')).toContain('value="3"');
  expect(html.match(/Nu står der: [^<]*/g)?.map((text) => text.trim())).toEqual([
    'Nu står der: Birgit Holm',
    'Nu står der: Mandag',
    'Nu står der: Stille sted',
  ]);
});
