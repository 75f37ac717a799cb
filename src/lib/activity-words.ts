import type { Activity, ActivityActor } from '#domain/events/queries.ts';
import { isTextKey, type Translate } from '#i18n/index.ts';

/** One line of the log in plain words: "Lone åbnede pladsen “Hjælper i drivhuset”." */
export function activityWords(t: Translate, { actor, verb, what, whom, role }: Activity): string {
  const key = `activity.${verb}`;
  const post = `activity.role.${role}`;
  return t(isTextKey(key) ? key : 'activity.other', {
    who: actorWords(t, actor),
    what: what ?? t('activity.something'),
    whom: whom ?? t('activity.actor.gone.other'),
    role: isTextKey(post) ? t(post) : '',
  });
}

function actorWords(t: Translate, actor: ActivityActor): string {
  if (actor.kind === 'member') return actor.name;
  return 'name' in actor ? t('activity.actor.left', { name: actor.name }) : t(`activity.actor.${actor.kind}`);
}
