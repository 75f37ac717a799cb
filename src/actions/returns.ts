import { assume } from '#domain/returns/commands.ts';
import { assumptionInput } from '#domain/returns/schema.ts';
import { defineForm } from '#lib/forms.ts';
import { jobCentrePath } from '#lib/job-centre-page.ts';

export const returns = {
  assume: defineForm({
    access: 'administrator',
    schema: assumptionInput,
    run({ db, viewer }, input) {
      assume(db, viewer, input);
      return { to: jobCentrePath('regnestykke'), notice: { key: 'portfolio.saved' } };
    },
  }),
};
