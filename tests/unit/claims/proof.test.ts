import { describe, expect, test } from 'vitest';
import { emailAddress } from '#domain/accounts/schema.ts';
import { type Known, opensDoor, proofOf } from '#domain/claims/rules.ts';

const known = (website: string | null, email: string | null = null, sharesDomain = false): Known => ({
  website,
  email,
  sharesDomain,
});

describe('what opens the door', () => {
  test.each([
    ['lone@hvalsoegroent.dk', 'https://hvalsoegroent.dk', 'domain'],
    ['lone@hvalsoegroent.dk', 'https://www.hvalsoegroent.dk/om-os?x=1#top', 'domain'],
    ['lone@hvalsoegroent.dk', 'http://shop.hvalsoegroent.dk:8080', 'domain'],
    ['lone@mail.hvalsoegroent.dk', 'https://hvalsoegroent.dk', 'domain'],
    ['lone+plads@hvalsoegroent.dk', 'https://hvalsoegroent.dk', 'domain'],
    [' Lone@HvalsoeGroent.DK ', 'https://HVALSOEGROENT.dk', 'domain'],
    ['lone@hvalsoegroent.dk', 'https://hvalsoegroent.dk./', 'domain'],
    ['lone@xn--hvalsgrnt-p8ac.dk', 'https://hvalsøgrønt.dk', 'domain'],
    ['lone@hvalsoegroent.co.uk', 'https://www.hvalsoegroent.co.uk', 'domain'],
  ])('%s at %s', (email, website, proof) => {
    expect(proofOf(emailAddress.parse(email), known(website))).toBe(proof);
    expect(opensDoor(proof as 'domain')).toBe(true);
  });

  test('the very address in the directory, free mail or not', () => {
    expect(proofOf('langvadmur@gmail.com', known(null, 'Langvadmur@Gmail.com '))).toBe('register');
    expect(proofOf('post@andetsted.dk', known('https://hvalsoegroent.dk', 'post@andetsted.dk'))).toBe('register');
  });
});

describe('what does not', () => {
  test.each([
    // Somebody else's domain, however much it looks like the organisation's.
    ['lone@hvalsoegroent.dk.evil.dk', 'https://hvalsoegroent.dk', 'other-domain'],
    ['lone@evilhvalsoegroent.dk', 'https://hvalsoegroent.dk', 'other-domain'],
    ['lone@hvalsoegroent.com', 'https://hvalsoegroent.dk', 'other-domain'],
    ['lone@hvalsoegroent-dk.dk', 'https://hvalsoegroent.dk', 'other-domain'],
    ['hvalsoegroent.dk@evil.dk', 'https://hvalsoegroent.dk', 'other-domain'],
    ['lone@evil.dk', 'https://hvalsoegroent.dk@evil.example/', 'other-domain'],
    ['lone@evil.dk', 'https://evil.dk.hvalsoegroent.dk/', 'other-domain'],
    // A Cyrillic а in place of the Latin one.
    ['lone@xn--hvlsoegroent-y9j.dk', 'https://hvalsoegroent.dk', 'other-domain'],
    // The suffix itself, and neighbours under it.
    ['lone@andenbutik.co.uk', 'https://hvalsoegroent.co.uk', 'other-domain'],
    ['lone@wixsite.com', 'https://hvalsoegroent.wixsite.com', 'other-domain'],
    ['lone@nabo.wixsite.com', 'https://hvalsoegroent.wixsite.com/start', 'other-domain'],
    ['lone@nabo.github.io', 'https://hvalsoegroent.github.io', 'other-domain'],
    // Anybody may have a mailbox there, even where the organisation has its page there.
    ['lone@gmail.com', 'https://gmail.com', 'free-mail'],
    ['lone@gmail.com', 'https://hvalsoegroent.dk', 'free-mail'],
    ['hvalsoegroent.dk@hotmail.dk', 'https://hvalsoegroent.dk', 'free-mail'],
    ['lone@post.tele.dk', 'https://home.tele.dk/lone', 'free-mail'],
    ['lone@jubii.dk', 'https://jubii.dk/hvalsoe', 'free-mail'],
    ['lone@stofanet.dk', 'https://hjem.stofanet.dk/hvalsoe', 'free-mail'],
    ['lone@proton.me', 'https://proton.me', 'free-mail'],
    // Many have a page there.
    ['lone@linkedin.com', 'https://www.linkedin.com/company/hvalsoegroent', 'shared-domain'],
    ['lone@google.com', 'https://sites.google.com/view/hvalsoegroent', 'shared-domain'],
    // No domain that somebody could have registered.
    ['lone@hvalsoegroent.dk', 'http://192.0.2.1/', 'no-website'],
    ['lone@hvalsoegroent.dk', 'http://[2001:db8::1]/', 'no-website'],
    ['lone@hvalsoegroent.dk', 'http://localhost/', 'no-website'],
    ['lone@hvalsoegroent.dk', 'https://co.uk/', 'no-website'],
    ['lone@hvalsoegroent.dk', 'ikke en adresse', 'no-website'],
    ['lone@hvalsoegroent.dk', null, 'no-website'],
  ])('%s at %s', (email, website, proof) => {
    expect(proofOf(emailAddress.parse(email), known(website))).toBe(proof);
    expect(opensDoor(proof as 'other-domain')).toBe(false);
  });

  test('the directory’s address with something added, on free mail', () => {
    for (const email of ['hansen+plads@gmail.com', 'han.sen@gmail.com', 'hansen@googlemail.com'])
      expect(proofOf(email, known(null, 'hansen@gmail.com')), email).toBe('free-mail');
  });

  test('a domain where other organisations in the directory have their pages too', () => {
    expect(proofOf('kok@lejre.dk', known('https://lejre.dk/koekkenet', null, true))).toBe('shared-domain');
  });

  test('what is no address at all does not get so far', () => {
    for (const email of ['"lone@hvalsoegroent.dk"@evil.dk', 'lone@hvalsoegroent.dk.', 'lone@@hvalsoegroent.dk', 'lone'])
      expect(emailAddress.safeParse(email).success, email).toBe(false);
  });
});
