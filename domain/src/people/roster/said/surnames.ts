// The family names that nearly all Chinese bear: the hundred families and those that became common since. Those of two characters first.
const double = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 长孙 宇文 夏侯 独孤 南宫 端木 申屠 呼延 轩辕 百里 东郭 西门 闻人 钟离 淳于 单于 太史 澹台 公冶 宗政 濮阳 赫连 拓跋 完颜 耶律 纳兰 第五 欧陽 司馬'.split(
    ' ',
  ),
)
const single = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘斜厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公牟哈仉肖付闫代邸苑蔄冼覃区佟候原亢仝楚岳帅逯揭檀迟鹿海苟禚臺鄢么原尧钦信亓玄鞏陳張劉趙黃吳孫馬楊鄭謝許鄧馮葉蘇盧賴鍾羅'.replaceAll(
    ' ',
    '',
  ),
)

/** Whether a text begins with a Chinese family name of two characters. */
export const isDoubleSurname = (text: string): boolean => double.has([...text].slice(0, 2).join(''))

/** Whether a text begins with a Chinese family name. */
export const isSurname = (text: string): boolean => isDoubleSurname(text) || single.has([...text][0] ?? '')

// Those that four of five people bear.
const common = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
)

/** Whether a text begins with one of the hundred commonest family names. */
export const isCommonSurname = (text: string): boolean => common.has([...text][0] ?? '')
