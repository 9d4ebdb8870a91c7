import { problem } from '../../problem.ts'

/** Why an account is not made or changed. */
export const problems = {
  loginTaken: problem<{ login: string }>('staff.login-taken', 'conflict', {
    zh: '账号“{login}”有人用了，换一个',
    en: 'The login "{login}" is taken; choose another.',
  }),
  wrongLevel: problem<{ role: string; level: string }>('staff.wrong-level', 'invalid', {
    zh: '“{role}”要放在{level}一级的地方',
    en: 'An account of "{role}" belongs to a place of the level {level}.',
  }),
  aboveReach: problem<{ role: string }>('staff.above-reach', 'refused', {
    zh: '给“{role}”开账号超出了权限，要开请找安全管理员',
    en: 'Giving the role "{role}" is beyond your reach; ask the security administrator.',
  }),
  ownAccount: problem('staff.own-account', 'conflict', {
    zh: '自己的账号自己不能改，请另一位管理员来办',
    en: 'Nobody changes their own account; ask another administrator.',
  }),
  samePerson: problem<{ name: string; role: string }>('staff.same-person', 'conflict', {
    zh: '{name}已经是{role}，三种管理员要由三个人担任',
    en: '{name} is already {role}; the three administrators are three persons.',
  }),
  switchedOff: problem<{ name: string }>('staff.switched-off', 'conflict', {
    zh: '{name}的账号停用了，先恢复再办',
    en: 'The account of {name} is switched off; switch it on first.',
  }),
}
