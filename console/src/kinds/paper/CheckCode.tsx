import { codeText } from '@wangdi/domain/kinds/document/code.ts'
import { QRCode } from 'antd'
import type { ReactNode } from 'react'

/** The code by which anybody checks a paper, to be scanned or typed; what it is for stands beside it. */
export function CheckCode({ code, children }: { code: string; children: ReactNode }) {
  return (
    <div className="notice-code">
      <p>
        {children}
        <b>{codeText(code)}</b>
      </p>
      <div aria-hidden="true">
        <QRCode
          type="svg"
          bordered={false}
          size={92}
          color="#000"
          bgColor="#fff"
          value={`${window.location.origin}/verify?code=${code}`}
        />
      </div>
    </div>
  )
}
