import { problem } from '../problem.ts'

/** Why somebody is not signed in, or may not go on yet. */
export const problems = {
  wrongPassword: problem('session.wrong-password', 'refused', {
    zh: '账号或密码不对，再看看',
    en: 'Login or password is wrong.',
  }),
  wait: problem<{ seconds: number }>('session.wait', 'busy', {
    zh: '错的次数多了，等 {seconds} 秒再试',
    en: 'Too many failures; wait {seconds} s and try again.',
  }),
  secondFactorWrong: problem('session.second-factor-wrong', 'refused', {
    zh: '动态码不对，看手机上最新的六位数',
    en: 'The code is wrong; look for the newest six digits on your phone.',
  }),
  secondFactorUsed: problem('session.second-factor-used', 'refused', {
    zh: '这个动态码用过了，等半分钟用下一个',
    en: 'This code was used; wait half a minute for the next one.',
  }),
  secondFactorLate: problem('session.second-factor-late', 'refused', {
    zh: '隔得太久了，账号密码再输一次',
    en: 'Too late; enter login and password again.',
  }),
  secondFactorNeeded: problem('session.second-factor-needed', 'refused', {
    zh: '这个岗位要先绑定动态码，绑好才能用',
    en: 'This role needs a second factor first; set it up to go on.',
  }),
  secondFactorKept: problem('session.second-factor-kept', 'conflict', {
    zh: '已经绑定过动态码了，换手机请找安全管理员重置',
    en: 'A second factor is set up already; ask the security administrator to reset it for a new phone.',
  }),
  passwordNeeded: problem('session.password-needed', 'refused', {
    zh: '密码是别人设的，先换成自己的',
    en: 'Your password was set by somebody else; change it first.',
  }),
  passwordShort: problem<{ least: number }>('session.password-short', 'invalid', {
    zh: '密码太短，至少 {least} 个字',
    en: 'The password is too short; at least {least} characters.',
  }),
  passwordKnown: problem('session.password-known', 'invalid', {
    zh: '这个密码太好猜，换一个',
    en: 'This password is easy to guess; choose another.',
  }),
  passwordSame: problem('session.password-same', 'invalid', {
    zh: '新密码和旧密码一样，换一个',
    en: 'The new password is the old one; choose another.',
  }),
  foreignPage: problem('session.foreign-page', 'refused', {
    zh: '这个请求是别的网页发的，没有办',
    en: 'This request came from a page of another site and was not done.',
  }),
}
