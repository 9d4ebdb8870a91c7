import { useLanguage } from '@wangdi/ui/words/useLanguage.ts'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaying } from '../../../shell/say.ts'
import { type Province, provinces } from './provinces.ts'
import { Tile } from './Tile.tsx'
import type { TileParts } from './tile-parts.ts'

const rows = [...new Set([...provinces.values()].map(({ at }) => at[1]))].sort((a, b) => a - b)

/** Provinces as tiles, each roughly where it lies; those that are counted elsewhere are drawn and say so. */
export function ProvinceMap({ board, name, onOpen, isStop }: TileParts) {
  const { t } = useTranslation('progress')
  const say = useSaying()
  return (
    <div className="progress-map">
      {rows.map((row) => (
        <div role="row" key={row} className="in-map">
          {[...provinces]
            .filter(([, province]) => province.at[1] === row)
            .sort(([, a], [, b]) => a.at[0] - b.at[0])
            .map(([code, province]) => {
              const [column] = province.at
              const style = { gridColumn: column, gridRow: row }
              const tile = board.tiles.find(({ place }) => place === code)
              if (province.outside || !tile)
                return (
                  <span key={code} role="gridcell" className="progress-tile named reached-absent outside" style={style}>
                    <span className="of">
                      <Name province={province} />
                    </span>
                    <span className="small">{province.outside ? t('tiles.outside') : t('absent')}</span>
                  </span>
                )
              return (
                <Tile
                  key={code}
                  {...{ tile, name, board, onOpen, row, column, style }}
                  called={say(province)}
                  calledAs={<Name province={province} />}
                  inMap
                  stop={isStop(code)}
                  named
                />
              )
            })}
        </div>
      ))}
    </div>
  )
}

// In English it may go on in the next line at each part: cut, many would be alike.
function Name({ province }: { province: Province }) {
  const language = useLanguage()
  if (language !== 'en') return province.zh
  return province.parts.map((part) => (
    <Fragment key={part}>
      {part}
      <wbr />
    </Fragment>
  ))
}
