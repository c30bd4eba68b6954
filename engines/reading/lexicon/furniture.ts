/**
 * What a web page prints around a notice. `line` patterns make a whole line furniture when they match anywhere in it
 * (and the line is no sentence of the notice); `inline` patterns are cut out wherever they stand, even inside a sentence.
 * Add a pattern here when a site brings a new one.
 */
export const FURNITURE_LINES: readonly RegExp[] = [
  /^# ?source:/u,
  /^(?:您(?:现在)?(?:的|所在)?(?:当前)?位置|当前位置|所在位置|首页|网站首页)\s*[:：>＞»\-|]/u,
  /^首页$/u,
  /(?:扫一扫|扫描二维码|扫码|微信扫|手机扫).{0,12}(?:手机|当前页|打开|分享|关注|查看)/u,
  /^(?:已)?收藏$|^已收藏/u,
  /^(?:分享(?:到|至|本文)?|转发到|一键分享)(?:[:：]|$|\s*(?:微信|微博|QQ|朋友圈))/u,
  /^(?:微信|微博|QQ空间|QQ好友|朋友圈|新浪微博|腾讯微博)(?:[\s|、]|$)/u,
  /(?:【|\[|［)?\s*(?:字体|字号)\s*[:：]?\s*(?:【|\[|［)?\s*(?:大|小|默认)/u,
  /^(?:【|\[)?(?:打印|关闭|打印本页|关闭窗口|打印正文|返回顶部|返回列表|我要纠错|纠错|收藏本页|TOP|Top)(?:[】\]]|\s|$)/u,
  // 承办单位应当…: the notice's own words.
  /^(?:主办|承办|协办|技术支持)(?:单位|部门|方|电话)?\s*(?:[:：|]|$)|^(?:主办|承办|协办|技术支持)(?:单位)?[\s\u3000]/u,
  /^(?:版权所有|网站标识码|政府网站标识码|网站地图|联系我们|友情链接|网站声明)\s*[:：|]?/u,
  /(?:ICP备|公网安备|政府网站标识码|网站标识码)/u,
  /^(?:浏览次数|阅读次数|点击数?|点击量|访问量|阅读量?|浏览量?|点赞|评论|网友评论|发表评论|我来说两句|全部评论|暂无评论|相关(?:阅读|链接|新闻|文档|推荐)|上一篇|下一篇|责任编辑|编辑|审核|校对|初审|复审|终审|作者|记者)\s*(?:[:：(（【]|$)/u,
  /^(?:索\s*引\s*号|主题分类|主题词|信息分类|体裁分类|组配分类|公开(?:方式|范围|时限|形式|类型)|有\s*效\s*性|时\s*效\s*性|信息有效性|效力状态|生效日期|失效日期|废止日期|名\s*称|标\s*题|关键词|内容概述|概\s*述|文\s*号|发文字号|发文机关|发布机构|发布单位|公开责任部门|公开主体|成文日期|发文日期|发布日期|公开日期|发布时间|更新时间|印发日期|信息来源|文章来源|来\s*源|语\s*种)\s*[:：]/u,
  /^(?:是否|您是否).{0,12}(?:登录|跳转)/u,
  /(?:登录页|请登录|登录后).{0,10}[?？]?$/u,
  /^(?:客户端|蒙速办|手机版|电脑版|无障碍|关怀版|长者模式|智能问答|繁體|简体)/u,
  /^(?:TEL|Tel|电话|联系电话|传真|邮编|网站电话|服务热线)\s*[:：]?\s*[\d\-—()（） ]{7,}$/u,
  /^(?:本网站|本站).{0,40}(?:不收取|举报|版权|声明|转载)/u,
  /^[\s\d\-—|>＞»·•*=_]+$/u,
];

/** A line that opens a list of other pages; the lines of links below it belong to it. */
export const LINK_LIST_HEAD = /^(?:相关(?:链接|阅读|新闻|文章|文档|推荐|信息|稿件)|延伸阅读|推荐阅读|热门(?:推荐|文章)|友情链接)\s*[:：]?$/u;

/** Names of the fields a page's table head carries; their values tell title, number, date, issuer when the text does not. */
export const TABLE_HEAD_FIELDS = {
  title: /(?:^|[\s\u3000])(?:名\s*称|标\s*题)\s*[:：]\s*([^\n]{4,120})/u,
  documentNumber: /(?:文\s*号|发文字号)\s*[:：]\s*([^\s\u3000]{2,30}号)/u,
  signingDate: /(?:成文日期|发文日期|印发日期|生成日期)\s*[:：]\s*([^\n]{6,20})/u,
  publishingDate: /(?:发布日期|发布时间|公开日期|更新时间)\s*[:：]\s*([^\n]{6,20})/u,
  issuer: /(?:发文机关|发布机构|发布单位|公开主体)\s*[:：]\s*([^\s\u3000:：]{2,40}?)(?=(?:成文日期|发文日期|发布日期|名\s*称|标\s*题|文\s*号|主题分类|发文字号)|[\s\u3000]|$)/u,
  source: /(?:信息来源|文章来源|来\s*源)\s*[:：]\s*([^\s\u3000:：]{2,40})/u,
  publisher: /主办(?:单位)?\s*[:：]\s*([^\s\u3000:：]{2,40}?)(?=主办|承办|协办|[\s\u3000]|$)/u,
} as const;

/** Cut out wherever they stand: what a copy left of the page's markup. */
export const STRAY_MARKUP = /<!--[^<>]{0,400}-->|<\/?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]{0,300})?\/?>|&(?:nbsp|ensp|emsp|thinsp|lt|gt|amp|quot|ldquo|rdquo|middot|#\d{1,6}|#x[0-9a-fA-F]{1,5});|[\u200b-\u200d\ufeff]/gu;

/** Words with which the tail of a copied page begins, when no line break parts it from the notice. */
export const PAGE_TAIL = /已收藏|信息来源[:：]|扫一扫|主办单位[:：]|承办单位[:：]|政府网站标识码|责任编辑[:：]|【?打印】|分享到[:：]|相关链接[:：]?|本网站发布的所有信息/u;
