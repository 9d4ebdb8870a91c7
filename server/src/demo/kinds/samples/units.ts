import { unit } from '@wangdi/domain/rounds/kinds/units/unit.kind.ts'
import { town, villages } from '../../accounts.ts'
import { at, type ThingSample, things } from '../sample.ts'

const [village] = villages

/** The units of the demo's communities: most were visited in time, some are to be visited, one moved away. */
export const units: ThingSample = things(unit, {
  [town]: [
    {
      added: at(120, '09:00'),
      fields: {
        ...{ name: '晨光印务', kind: 'firm', address: '优胜北路 8 号', headcount: 46, contact: '郭建文', phone: '19900004001' },
      },
      visited: at(6, '10:00'),
    },
    {
      added: at(120, '09:10'),
      fields: {
        name: '惠民超市',
        kind: 'shop',
        address: '体育场路 21 号',
        headcount: 18,
        contact: '马春兰',
        phone: '19900004002',
      },
      visited: at(38, '15:30'),
    },
    {
      added: at(120, '09:20'),
      fields: {
        ...{
          name: '经八路小学',
          kind: 'school',
          address: '经八路 62 号',
          headcount: 1240,
          contact: '田主任',
          phone: '19900004003',
        },
      },
      visited: at(12, '09:30'),
    },
    {
      added: at(90, '14:00'),
      fields: { name: '小太阳幼儿园', kind: 'kindergarten', address: '翠苑小区内', headcount: 210, contact: '宋园长' },
    },
    {
      added: at(40, '10:30'),
      fields: {
        ...{ name: '文博花园三期工地', kind: 'building-site', address: '文博东路', contact: '项目部郑工', phone: '19900004005' },
      },
      visited: at(3, '16:00'),
    },
    {
      added: at(120, '09:40'),
      fields: { name: '夕照养老院', kind: 'elder-care', headcount: 64, contact: '田院长', phone: '19900004006' },
      visited: at(0, '08:30'),
    },
    {
      added: at(120, '09:50'),
      fields: { name: '颐年日间照料中心', kind: 'elder-care', headcount: 22, contact: '孙丽', phone: '19900004007' },
      visited: at(2, '09:00'),
    },
    {
      added: at(200, '10:00'),
      fields: { name: '小满杂货', kind: 'shop', address: '纬一路 3 号' },
      ended: '搬走了',
    },
  ],
  [village]: [
    {
      added: at(80, '09:00'),
      fields: { name: '荣庄面粉厂', kind: 'firm', address: '荣庄东头', headcount: 31, contact: '荣建设', phone: '19900004011' },
    },
  ],
})
