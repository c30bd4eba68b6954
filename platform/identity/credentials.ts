import type { LocalText } from "#platform/i18n";

/** What people sign in with: 3 to 40 lower-case letters, digits, dots and hyphens. */
export const LOGIN = /^[a-z0-9][a-z0-9.-]{1,38}[a-z0-9]$/;
export const PASSWORD_LENGTH_MIN = 10;
export const PASSWORD_LENGTH_MAX = 200;

/**
 * Why a password cannot be used, or null. Length is what counts; rules about signs only make people write passwords down
 * (NIST SP 800-63B §5.1.1). The name and one repeated sign are the first guesses.
 */
export function passwordFault(password: string, login: string): { readonly problem: LocalText; readonly remedy: LocalText } | null {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH_MIN || length > PASSWORD_LENGTH_MAX) return LENGTH;
  const plain = password.toLowerCase();
  if (plain.includes(login) || new Set(plain).size < 4 || /^(?:0123456789|1234567890|password|qwertyuiop)/.test(plain)) return GUESSED;
  return null;
}

const LENGTH = {
  problem: { zh: `密码要 ${PASSWORD_LENGTH_MIN} 到 ${PASSWORD_LENGTH_MAX} 个字符`, en: `A password has ${PASSWORD_LENGTH_MIN} to ${PASSWORD_LENGTH_MAX} characters` },
  remedy: { zh: "用几个词连起来，好记又难猜。", en: "Join a few words: easy to remember, hard to guess." },
};
const GUESSED = {
  problem: { zh: "这个密码太容易猜", en: "This password is guessed at once" },
  remedy: { zh: "不要用登录名、连续数字或重复的字符。", en: "Do not use your login, a row of digits or one sign repeated." },
};
