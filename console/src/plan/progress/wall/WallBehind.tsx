import type { ProgressName } from '@wangdi/domain/plan/progress/progress.ts'
import { behindIn, figureOf, leftOf } from '@wangdi/domain/plan/progress/progress.rules.ts'
import { shortName } from '@wangdi/domain/places/places.ts'
import { useTranslation } from 'react-i18next'
import { whyNone } from '../behind/Behind.tsx'
import { useReasons } from '../behind/use-reasons.ts'
import { type Progress, useFigureWords, useUnitOf } from '../use-progress.ts'

const shown = 5

/** The five places furthest behind, as a table; on a wall nobody is named and nobody is called. */
export function WallBehind({ board, name }: { board: Progress; name: ProgressName }) {
  const { t } = useTranslation('progress')
  const unitOf = useUnitOf()
  const words = useFigureWords(board.least)
  const reasonsOf = useReasons(board)
  const rows = behindIn(board.tiles, name).slice(0, shown)
  return (
    <section className="card wall-list" aria-label={t('behind.title')}>
      <div className="card-head">
        <h2>{t('behind.title')}</h2>
        <span className="sub">{t(`name.${name}`)}</span>
      </div>
      {rows.length === 0 ? (
        <p className="quiet progress-pad">{t(whyNone(board.whole, name))}</p>
      ) : (
        <table>
          <tbody>
            {rows.map((row) => {
              const figure = figureOf(row, name)
              return (
                <tr key={row.place}>
                  <th scope="row">{shortName(row.name)}</th>
                  <td className="left">
                    {figure && words.left(figure)} {unitOf(name, figure ? leftOf(figure) : null)}
                  </td>
                  <td className="share">{figure && words.share(figure)}</td>
                  <td className="why">{reasonsOf(row).join(' · ')}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}
