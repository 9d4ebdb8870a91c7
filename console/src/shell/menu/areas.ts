import type { Words } from '@wangdi/domain/problem.ts'
import {
  Activity,
  BookOpen,
  Building,
  CalendarCheck,
  Fence,
  HandHeart,
  Leaf,
  type LucideIcon,
  Megaphone,
  MessageSquare,
  Package,
  Scale,
  Send,
  Siren,
  Users,
} from 'lucide-react'
import type { AreaName } from '@wangdi/domain/area.ts'
import type { Page } from '../page.ts'
import type { Session } from '../session.ts'

/** One entry of the main menu. */
export interface Area {
  readonly name: AreaName
  readonly label: Words
  readonly icon: LucideIcon
  /** A line above this area parts the menu. */
  readonly parted?: boolean
  /** Where a session has one page of it only, that page stands for the area, under its own name. */
  readonly alone?: boolean
}

/** The areas in their order. */
export const areas: readonly Area[] = [
  { name: 'today', label: { zh: '今日', en: 'Today' }, icon: CalendarCheck, alone: true },
  { name: 'monitoring', label: { zh: '疫情监测', en: 'Monitoring' }, icon: Activity, parted: true },
  { name: 'key-people', label: { zh: '重点人群管理', en: 'Key groups' }, icon: Users },
  { name: 'gates', label: { zh: '出入管理', en: 'Entry and exit' }, icon: Fence },
  { name: 'reporting', label: { zh: '信息报送', en: 'Reporting' }, icon: Send },
  { name: 'education', label: { zh: '宣传教育', en: 'Education' }, icon: Megaphone },
  { name: 'environment', label: { zh: '环境整治', en: 'Environment' }, icon: Leaf },
  { name: 'services', label: { zh: '困难帮扶和社区服务', en: 'Help and services' }, icon: HandHeart },
  { name: 'response', label: { zh: '应急响应', en: 'Emergency response' }, icon: Siren, parted: true },
  { name: 'workforce', label: { zh: '队伍物资', en: 'People and goods' }, icon: Package },
  { name: 'meetings', label: { zh: '议事活动', en: 'Meetings' }, icon: MessageSquare },
  { name: 'policy', label: { zh: '政策库', en: 'Policy library' }, icon: BookOpen },
  { name: 'rights', label: { zh: '权益', en: 'Rights' }, icon: Scale },
  { name: 'organisation', label: { zh: '组织', en: 'Organisation' }, icon: Building },
]

/** The menu of a session: areas in order with the pages it may open; an area without any is left out. */
export function menuOf(pages: readonly Page[], access: Session['access']): { area: Area; pages: Page[] }[] {
  return areas
    .map((area) => ({
      area,
      pages: pages
        .filter((page) => page.area === area.name && page.verb in access)
        .sort((a, b) => (a.order ?? 0) - (b.order ?? 0)),
    }))
    .filter((entry) => entry.pages.length > 0)
}

/** The page of the menu that an address belongs to: the longest path it lies under. */
export const currentOf = (pages: readonly Page[], address: string): string | undefined =>
  pages
    .map(({ path }) => path)
    .filter((path) => address === path || address.startsWith(`${path}/`))
    .sort((a, b) => b.length - a.length)[0]
