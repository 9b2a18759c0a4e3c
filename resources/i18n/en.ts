<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name></name>
    <message>
        <source>经营看板</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>刷新</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>客户欠款</source>
        <translation>Customer debts</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>批量修改</source>
        <translation>Change many</translation>
    </message>
    <message>
        <source>明细账</source>
        <translation>Account card</translation>
    </message>
    <message>
        <source>打开凭证</source>
        <translation>Open voucher</translation>
    </message>
    <message>
        <source>打开单据</source>
        <translation>Open document</translation>
    </message>
    <message>
        <source>余额表</source>
        <translation>Trial balance</translation>
    </message>
    <message>
        <source>换科目</source>
        <translation>Change account</translation>
    </message>
    <message>
        <source>欠款本</source>
        <translation>Debt book</translation>
    </message>
    <message>
        <source>开收款单</source>
        <translation>New receipt</translation>
    </message>
    <message>
        <source>对账单</source>
        <translation>Statement</translation>
    </message>
    <message>
        <source>记承诺</source>
        <translation>Record promise</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>账本</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>新凭证</source>
        <translation>New voucher</translation>
    </message>
    <message>
        <source>上一张</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一张</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>客户价</source>
        <translation>Customer prices</translation>
    </message>
    <message>
        <source>也作供应商</source>
        <translation>Also a supplier</translation>
    </message>
    <message>
        <source>供应商</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>也作客户</source>
        <translation>Also a customer</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>查商品</source>
        <translation>Find product</translation>
    </message>
    <message>
        <source>储值充值</source>
        <translation>Top up</translation>
    </message>
    <message>
        <source>改数量</source>
        <translation>Change qty</translation>
    </message>
    <message>
        <source>过秤</source>
        <translation>Weigh</translation>
    </message>
    <message>
        <source>改价</source>
        <translation>Change price</translation>
    </message>
    <message>
        <source>单品折扣</source>
        <translation>Item discount</translation>
    </message>
    <message>
        <source>整单优惠</source>
        <translation>Order discount</translation>
    </message>
    <message>
        <source>挂单/取单</source>
        <translation>Hold/recall</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>开钱箱</source>
        <translation>Open drawer</translation>
    </message>
    <message>
        <source>重打小票</source>
        <translation>Reprint receipt</translation>
    </message>
    <message>
        <source>结算</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>删行</source>
        <translation>Delete line</translation>
    </message>
    <message>
        <source>交班</source>
        <translation>Close shift</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>浏览…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>重新读文件</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>照建议改</source>
        <translation>Take it</translation>
    </message>
    <message>
        <source>同样的都这样改</source>
        <translation>All alike</translation>
    </message>
    <message>
        <source>排除</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>改这一格</source>
        <translation>Edit cell</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>存错误清单</source>
        <translation>Save problems</translation>
    </message>
    <message>
        <source>存排除的行</source>
        <translation>Save left-out rows</translation>
    </message>
    <message>
        <source>看列表</source>
        <translation>Show the list</translation>
    </message>
    <message>
        <source>新建商品</source>
        <translation>New product</translation>
    </message>
    <message>
        <source>收银</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>进价走势</source>
        <translation>Cost trend</translation>
    </message>
    <message>
        <source>请购</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>采购</source>
        <translation>Purchase</translation>
    </message>
    <message>
        <source>报表</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>找报表</source>
        <translation>Find report</translation>
    </message>
    <message>
        <source>收藏</source>
        <translation>Favourite</translation>
    </message>
    <message>
        <source>手册</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>后退</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>打印预览</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>整本打印</source>
        <translation>Print all</translation>
    </message>
    <message>
        <source>查询</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>返回上一层</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>销售</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>销售出库单</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>登记发票</source>
        <translation>Register the invoice</translation>
    </message>
    <message>
        <source>登记拒收</source>
        <translation>Refuse goods</translation>
    </message>
    <message>
        <source>转退货</source>
        <translation>Make return</translation>
    </message>
    <message>
        <source>录发票</source>
        <translation>Enter invoice</translation>
    </message>
    <message>
        <source>录折让</source>
        <translation>Enter allowance</translation>
    </message>
    <message>
        <source>分摊运费</source>
        <translation>Spread freight</translation>
    </message>
    <message>
        <source>健康</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>核对账实</source>
        <translation>Check the books</translation>
    </message>
    <message>
        <source>连文件一起查</source>
        <translation>Check the file too</translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>审计日志</source>
        <translation>Audit log</translation>
    </message>
    <message>
        <source>验证</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>找设置</source>
        <translation>Find setting</translation>
    </message>
    <message>
        <source>用户</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>新用户</source>
        <translation>New user</translation>
    </message>
    <message>
        <source>多属性</source>
        <translation>Variants</translation>
    </message>
    <message>
        <source>生成</source>
        <translation>Generate</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>停用或启用</source>
        <translation>On/off</translation>
    </message>
    <message>
        <source>结算账户</source>
        <translation>Money accounts</translation>
    </message>
    <message>
        <source>收支项目</source>
        <translation>Income and expense items</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>换恢复码</source>
        <translation>New recovery codes</translation>
    </message>
    <message>
        <source>从早到晚</source>
        <translation>Oldest first</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>复制单据</source>
        <translation>Copy document</translation>
    </message>
    <message>
        <source>作废草稿</source>
        <translation>Void draft</translation>
    </message>
    <message>
        <source>审核过账</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>调价单</source>
        <translation>Price change</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>保存草稿</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>打价签</source>
        <translation>Print labels</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印不带价</source>
        <translation>Print without prices</translation>
    </message>
    <message>
        <source>选纸</source>
        <translation>Choose paper</translation>
    </message>
    <message>
        <source>收发明细</source>
        <translation>Stock moves</translation>
    </message>
    <message>
        <source>商品资料</source>
        <translation>Product card</translation>
    </message>
    <message>
        <source>换商品</source>
        <translation>Change product</translation>
    </message>
    <message>
        <source>分仓库存</source>
        <translation>Warehouse stock</translation>
    </message>
    <message>
        <source>库存</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>某日库存</source>
        <translation>Stock on a day</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>凭证预览</source>
        <translation>Voucher preview</translation>
    </message>
    <message>
        <source>供应商最近进价</source>
        <translation>Last purchases</translation>
    </message>
    <message>
        <source>采购入库单</source>
        <translation>Goods receipt</translation>
    </message>
    <message>
        <source>客户最近成交价</source>
        <translation>Last sales</translation>
    </message>
    <message>
        <source>本单毛利</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>销售报价单</source>
        <translation>Quotation</translation>
    </message>
    <message>
        <source>新版本</source>
        <translation>New version</translation>
    </message>
    <message>
        <source>看版本</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>销售订单</source>
        <translation>Sales order</translation>
    </message>
    <message>
        <source>销售退货单</source>
        <translation>Sales return</translation>
    </message>
    <message>
        <source>待我审核</source>
        <translation>My approvals</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>驳回</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>审批规则</source>
        <translation>Approval rules</translation>
    </message>
    <message>
        <source>新规则</source>
        <translation>New rule</translation>
    </message>
    <message>
        <source>删除规则</source>
        <translation>Delete rule</translation>
    </message>
    <message>
        <source>加代理</source>
        <translation>Add deputy</translation>
    </message>
    <message>
        <source>取消代理</source>
        <translation>End deputy</translation>
    </message>
    <message>
        <source>记账凭证</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>模板</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>反审核</source>
        <translation>Un-approve</translation>
    </message>
    <message>
        <source>红字冲销</source>
        <translation>Reverse in red</translation>
    </message>
    <message>
        <source>关闭余量</source>
        <translation>Close rest</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>报价版本</source>
        <translation>Quotation versions</translation>
    </message>
    <message>
        <source>打印这一版</source>
        <translation>Print this version</translation>
    </message>
    <message>
        <source>存 PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>往来资金</source>
        <translation>Money with partners</translation>
    </message>
    <message>
        <source>收款单</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>付款单</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>预收款单</source>
        <translation>Advance received</translation>
    </message>
    <message>
        <source>预付款单</source>
        <translation>Advance paid</translation>
    </message>
    <message>
        <source>核销单</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <source>坏账单</source>
        <translation>Bad debt</translation>
    </message>
    <message>
        <source>费用单</source>
        <translation>Expense</translation>
    </message>
    <message>
        <source>其他收入单</source>
        <translation>Other income</translation>
    </message>
    <message>
        <source>转款单</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>加附件</source>
        <translation>Attach a file</translation>
    </message>
    <message>
        <source>另存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>拿掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>期间与结账</source>
        <translation>Periods</translation>
    </message>
    <message>
        <source>结账</source>
        <translation>Close month</translation>
    </message>
    <message>
        <source>去处理</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>标记已申报</source>
        <translation>Mark as filed</translation>
    </message>
    <message>
        <source>反结账</source>
        <translation>Reopen month</translation>
    </message>
    <message>
        <source>三张报表</source>
        <translation>Three statements</translation>
    </message>
    <message>
        <source>采购发票</source>
        <translation>Purchase invoice</translation>
    </message>
    <message>
        <source>全部开票</source>
        <translation>Invoice all</translation>
    </message>
    <message>
        <source>供应商报价单</source>
        <translation>Supplier quotation</translation>
    </message>
    <message>
        <source>采购订单</source>
        <translation>Purchase order</translation>
    </message>
    <message>
        <source>请购单</source>
        <translation>Purchase request</translation>
    </message>
    <message>
        <source>采购退货单</source>
        <translation>Purchase return</translation>
    </message>
    <message>
        <source>询价比价</source>
        <translation>RFQ</translation>
    </message>
    <message>
        <source>去掉最后一个供应商</source>
        <translation>Drop last supplier</translation>
    </message>
    <message>
        <source>存 PDF（每家一份）</source>
        <translation>Save PDFs (one each)</translation>
    </message>
    <message>
        <source>录报价</source>
        <translation>Enter quotation</translation>
    </message>
    <message>
        <source>采购折让单</source>
        <translation>Purchase allowance</translation>
    </message>
    <message>
        <source>供应商价目</source>
        <translation>Supplier price list</translation>
    </message>
    <message>
        <source>开票登记</source>
        <translation>Invoices given out</translation>
    </message>
    <message>
        <source>开红字</source>
        <translation>Red invoice</translation>
    </message>
    <message>
        <source>商品类别</source>
        <translation>Categories</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>盘点单</source>
        <translation>Stock count</translation>
    </message>
    <message>
        <source>列出没盘的</source>
        <translation>List the rest</translation>
    </message>
    <message>
        <source>列出最久没盘的 20 种</source>
        <translation>List the 20 longest not counted</translation>
    </message>
    <message>
        <source>列出 A 类商品</source>
        <translation>List class A</translation>
    </message>
    <message>
        <source>列出 B 类商品</source>
        <translation>List class B</translation>
    </message>
    <message>
        <source>列出 C 类商品</source>
        <translation>List class C</translation>
    </message>
    <message>
        <source>复盘差异</source>
        <translation>Recount</translation>
    </message>
    <message>
        <source>打印盘点表</source>
        <translation>Print the count sheet</translation>
    </message>
    <message>
        <source>打开报溢单</source>
        <translation>Open the gain</translation>
    </message>
    <message>
        <source>打开报损单</source>
        <translation>Open the loss</translation>
    </message>
    <message>
        <source>处理损溢</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>报损单</source>
        <translation>Stock loss</translation>
    </message>
    <message>
        <source>报溢单</source>
        <translation>Stock gain</translation>
    </message>
    <message>
        <source>其他入库单</source>
        <translation>Other receipt</translation>
    </message>
    <message>
        <source>其他出库单</source>
        <translation>Other issue</translation>
    </message>
    <message>
        <source>损溢处理单</source>
        <translation>Loss resolution</translation>
    </message>
    <message>
        <source>库存单据</source>
        <translation>Stock papers</translation>
    </message>
    <message>
        <source>调拨单</source>
        <translation>Stock transfer</translation>
    </message>
    <message>
        <source>收货</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>报损在途</source>
        <translation>Write off</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>黑匣子</source>
        <translation>Flight recorder</translation>
    </message>
    <message>
        <source>再看一次</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>补录</source>
        <translation>Post again</translation>
    </message>
    <message>
        <source>从现在起重新记</source>
        <translation>Record anew from now on</translation>
    </message>
    <message>
        <source>仓库上下限</source>
        <translation>Bounds by warehouse</translation>
    </message>
    <message>
        <source>职员</source>
        <translation>Employees</translation>
    </message>
    <message>
        <source>成本调整单</source>
        <translation>Cost adjustment</translation>
    </message>
    <message>
        <source>会员级别</source>
        <translation>Member levels</translation>
    </message>
    <message>
        <source>会员</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>积分和储值</source>
        <translation>Points and stored value</translation>
    </message>
    <message>
        <source>抹去个人信息</source>
        <translation>Forget personal data</translation>
    </message>
    <message>
        <source>按组成列零件</source>
        <translation>List its parts</translation>
    </message>
    <message>
        <source>看组成</source>
        <translation>Its parts</translation>
    </message>
    <message>
        <source>组装单</source>
        <translation>Assembly</translation>
    </message>
    <message>
        <source>拆卸单</source>
        <translation>Disassembly</translation>
    </message>
    <message>
        <source>组成</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>重算成本</source>
        <translation>Recost</translation>
    </message>
    <message>
        <source>重算过账</source>
        <translation>Recost and post</translation>
    </message>
    <message>
        <source>再算一次</source>
        <translation>Count again</translation>
    </message>
    <message>
        <source>成本由来</source>
        <translation>How it was costed</translation>
    </message>
    <message>
        <source>补注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>会员卡</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>过账</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>采购费用分摊单</source>
        <translation>Landed cost</translation>
    </message>
    <message>
        <source>调拨入库单</source>
        <translation>Transfer receipt</translation>
    </message>
    <message>
        <source>固定资产</source>
        <translation>Fixed assets</translation>
    </message>
    <message>
        <source>删除卡片</source>
        <translation>Delete card</translation>
    </message>
    <message>
        <source>计提本月折旧</source>
        <translation>Depreciate this month</translation>
    </message>
    <message>
        <source>处置</source>
        <translation>Dispose</translation>
    </message>
    <message>
        <source>会计科目</source>
        <translation>Chart of accounts</translation>
    </message>
    <message>
        <source>秤标签</source>
        <translation>Scale labels</translation>
    </message>
    <message>
        <source>加一种标签</source>
        <translation>Add label</translation>
    </message>
    <message>
        <source>换成常用的</source>
        <translation>Usual ones</translation>
    </message>
    <message>
        <source>试一张标签</source>
        <translation>Try a label</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>打自检页</source>
        <translation>Print test page</translation>
    </message>
    <message>
        <source>试扫码枪</source>
        <translation>Try scanner</translation>
    </message>
    <message>
        <source>银行对账</source>
        <translation>Bank reconciliation</translation>
    </message>
    <message>
        <source>勾对</source>
        <translation>Match</translation>
    </message>
    <message>
        <source>自动勾对</source>
        <translation>Match what is sure</translation>
    </message>
    <message>
        <source>记收付款</source>
        <translation>Receipt or payment</translation>
    </message>
    <message>
        <source>记费用收入</source>
        <translation>Expense or income</translation>
    </message>
    <message>
        <source>记转款</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>导入流水</source>
        <translation>Import statement</translation>
    </message>
    <message>
        <source>余额调节表</source>
        <translation>Reconciliation</translation>
    </message>
    <message>
        <source>已勾对</source>
        <translation>Matched</translation>
    </message>
    <message>
        <source>取消勾对</source>
        <translation>Undo match</translation>
    </message>
    <message>
        <source>促销</source>
        <translation>Promotions</translation>
    </message>
    <message>
        <source>期初</source>
        <translation>Openings</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>Open the books</translation>
    </message>
    <message>
        <source>红冲</source>
        <translation>Reverse</translation>
    </message>
    <message>
        <source>录期初</source>
        <translation>Enter openings</translation>
    </message>
</context>
<context>
    <name>AccountCardPane</name>
    <message numerus="yes">
        <source>笔</source>
        <translation>
            <numerusform>entry</numerusform>
            <numerusform>entries</numerusform>
        </translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>借方</source>
        <translation>Debit</translation>
    </message>
    <message>
        <source>贷方</source>
        <translation>Credit</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Side</translation>
    </message>
    <message>
        <source>余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>科目</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>打开凭证</source>
        <translation>Open voucher</translation>
    </message>
    <message>
        <source>打开单据</source>
        <translation>Open document</translation>
    </message>
    <message>
        <source>换科目</source>
        <translation>Change account</translation>
    </message>
    <message>
        <source>期初余额</source>
        <translation>Opening balance</translation>
    </message>
    <message>
        <source>本期合计</source>
        <translation>Period total</translation>
    </message>
</context>
<context>
    <name>AdjustmentForm</name>
    <message>
        <source>要调成本的商品</source>
        <translation>Goods whose cost is put right</translation>
    </message>
    <message>
        <source>对方科目</source>
        <translation>Counter account</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Business day</translation>
    </message>
    <message>
        <source>库存金额增减</source>
        <translation>Change of stock value</translation>
    </message>
    <message>
        <source>还没有商品。在商品格填编号、拼音或扫码</source>
        <translation>No goods yet. Type a code or pinyin in the goods cell, or scan</translation>
    </message>
    <message>
        <source>没有调整金额</source>
        <translation>no adjustment</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>调增</source>
        <translation>More</translation>
    </message>
    <message>
        <source>调减</source>
        <translation>Less</translation>
    </message>
</context>
<context>
    <name>AllowanceForm</name>
    <message>
        <source>折让的商品</source>
        <translation>Allowed goods</translation>
    </message>
    <message>
        <source>折让合计</source>
        <translation>Allowance total</translation>
    </message>
    <message>
        <source>还没有供应商。先选原单，或填供应商的编号、名称或拼音</source>
        <translation>No supplier yet. Choose the receipt, or type the supplier&apos;s code, name or pinyin</translation>
    </message>
    <message>
        <source>选原单就按行折让；年终返利不选原单，填商品、数量和金额。</source>
        <translation>With a receipt, allow line by line; for a yearly rebate leave it empty and fill in goods, quantity and amount.</translation>
    </message>
    <message>
        <source>其中税额</source>
        <translation>Tax included</translation>
    </message>
    <message>
        <source>还没有折让的行。在要折让的行填金额</source>
        <translation>No line has an amount yet. Fill in the amount of the lines concerned</translation>
    </message>
    <message>
        <source>还没有商品。选原单，或在商品格填编号、名称或拼音</source>
        <translation>No goods yet. Choose a receipt, or type code, name or pinyin into the product cell</translation>
    </message>
    <message>
        <source>没有数量</source>
        <translation>There is no quantity</translation>
    </message>
    <message>
        <source>没有折让金额</source>
        <translation>No amount</translation>
    </message>
    <message>
        <source>供应商</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>原单</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Business date</translation>
    </message>
    <message>
        <source>折让原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>结算方式</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>发票</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Lines</translation>
    </message>
</context>
<context>
    <name>AmendFlow</name>
    <message>
        <source>文件变了，这里改过的没有算进去。Ctrl+Z 回到改过的</source>
        <translation>The file has changed, what was changed here does not count. Ctrl+Z goes back to it</translation>
    </message>
    <message>
        <source>这一列还有 {count} 格也是“{value}”</source>
        <translation>{count} more cells of this column are “{value}” too</translation>
    </message>
    <message>
        <source>同样改</source>
        <translation>Change them too</translation>
    </message>
    <message>
        <source>没有可以撤回的</source>
        <translation>There is nothing to undo</translation>
    </message>
    <message>
        <source>没有可以重做的</source>
        <translation>There is nothing to redo</translation>
    </message>
    <message>
        <source>这里没有现成的改法。按 F2 直接改，或按 Del 排除这一行</source>
        <translation>There is no suggestion here. F2 edits the cell, Del leaves the row out</translation>
    </message>
    <message>
        <source>改了 {count} 格</source>
        <translation>{count} cells changed</translation>
    </message>
</context>
<context>
    <name>AnswerMatrix</name>
    <message>
        <source>报价比较</source>
        <translation>Quotations compared</translation>
    </message>
</context>
<context>
    <name>AppearanceDialog</name>
    <message>
        <source>外观和语言</source>
        <translation>Appearance and language</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Follow the system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>跟随账套</source>
        <translation>Follow the book set</translation>
    </message>
    <message>
        <source>大字</source>
        <translation>Large type</translation>
    </message>
    <message>
        <source>只管这台电脑上的窗口，立即生效。</source>
        <translation>For the window on this computer only, at once.</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>ApprovalPane</name>
    <message>
        <source>不写也可以</source>
        <translation>May be left empty</translation>
    </message>
    <message>
        <source>没有选中在等审核的单</source>
        <translation>No document that waits for approval is selected</translation>
    </message>
    <message>
        <source>这张单是 {name} 提交的，只有本人能撤回</source>
        <translation>{name} submitted this document; only they can withdraw it</translation>
    </message>
    <message>
        <source>已撤回，单据在草稿里</source>
        <translation>Withdrawn; the document is among the drafts</translation>
    </message>
    <message>
        <source>退回给 {maker}，变成草稿</source>
        <translation>It goes back to {maker} as a draft</translation>
    </message>
    <message>
        <source>原因写给他看，也记进操作日志</source>
        <translation>They see the reason, and the log keeps it</translation>
    </message>
    <message>
        <source>驳回 {name}</source>
        <translation>Reject {name}</translation>
    </message>
    <message>
        <source>驳回</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>驳回原因</source>
        <translation>Reason for rejecting</translation>
    </message>
    <message>
        <source>等我审核</source>
        <translation>For me</translation>
    </message>
    <message>
        <source>全部待审核</source>
        <translation>All waiting</translation>
    </message>
    <message>
        <source>我提交的</source>
        <translation>Submitted by me</translation>
    </message>
    <message>
        <source>审过的</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>提交</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>制单人</source>
        <translation>Maker</translation>
    </message>
    <message>
        <source>拦下的原因</source>
        <translation>Held for</translation>
    </message>
    <message>
        <source>等谁</source>
        <translation>Waits for</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>自己制的单不能自己审核，请{who}中的另一个人审核</source>
        <translation>You cannot approve your own document; ask another {who}</translation>
    </message>
    <message>
        <source>这张单等{who}审核，轮不到你</source>
        <translation>This document waits for {who}, not for you</translation>
    </message>
    <message>
        <source>没有等你审核的单。</source>
        <translation>Nothing waits for you.</translation>
    </message>
    <message>
        <source>没有待审核的单。审批规则拦下的单会在这里。</source>
        <translation>Nothing waits. What approval rules hold back stands here.</translation>
    </message>
    <message>
        <source>你提交的单还没有被拦下过。</source>
        <translation>None of your documents has been held back yet.</translation>
    </message>
    <message>
        <source>还没有审过的单。</source>
        <translation>Nothing has been decided yet.</translation>
    </message>
    <message>
        <source>还没过账，没有单号。右边是它的明细</source>
        <translation>Not posted yet, so there is no number. Its lines stand at the right</translation>
    </message>
    <message>
        <source>你这一步通过了，还要下一个人审核</source>
        <translation>Your step is approved; the next person has to approve too</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>{number} 已审核过账</source>
        <translation>{number} is approved and posted</translation>
    </message>
    <message>
        <source>已驳回，退给 {maker}</source>
        <translation>Rejected, back to {maker}</translation>
    </message>
</context>
<context>
    <name>ArrivalForm</name>
    <message>
        <source>调拨单</source>
        <translation>Stock transfer</translation>
    </message>
    <message>
        <source>短少原因</source>
        <translation>Why short</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Business day</translation>
    </message>
    <message>
        <source>没有在途的调拨单。调拨时勾上“在途”，到货后才到这里收</source>
        <translation>No transfer is on its way. Tick “On its way” on a transfer; when it comes it is received here</translation>
    </message>
    <message>
        <source>一件都没到：回调拨单，按“报损在途”</source>
        <translation>Nothing came: go back to the transfer and press “Write off”</translation>
    </message>
</context>
<context>
    <name>AssetPane</name>
    <message>
        <source>先用凭证把买价记到 1601（借 1601，贷银行或应付货款），再在这里建卡片。下个月起按月折旧，结账时自动做凭证。卖了、坏了，在下面处置。</source>
        <translation>Book the price to 1601 by a voucher first (credit the bank or the supplier), then make the card here. It wears off from the next month on; closing books it. Sold or broken: dispose of it below.</translation>
    </message>
    <message>
        <source>先选一行</source>
        <translation>Choose a row first</translation>
    </message>
    <message>
        <source>{month} 没有要提的折旧</source>
        <translation>{month} has no depreciation left to book</translation>
    </message>
    <message>
        <source>{month} 折旧 {amount}，凭证 {number}，日期 {day}</source>
        <translation>{month}: depreciation {amount}, voucher {number} of {day}</translation>
    </message>
    <message>
        <source>{name} 已处置，凭证 {number}</source>
        <translation>{name} is disposed of, voucher {number}</translation>
    </message>
    <message>
        <source>处置日期</source>
        <translation>Disposed on</translation>
    </message>
    <message>
        <source>收到</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>其中税额</source>
        <translation>Tax in it</translation>
    </message>
    <message>
        <source>收款账户</source>
        <translation>Paid into</translation>
    </message>
</context>
<context>
    <name>AttachmentsDock</name>
    <message>
        <source>打开一张单，这里是它的附件。</source>
        <translation>Open a document and its attachments are here.</translation>
    </message>
    <message>
        <source>先存草稿（Ctrl+S），再加附件。</source>
        <translation>Save the draft first (Ctrl+S), then attach files.</translation>
    </message>
    <message>
        <source>选要附的文件</source>
        <translation>Choose files to attach</translation>
    </message>
    <message>
        <source>存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>谁加的</source>
        <translation>Added by</translation>
    </message>
    <message>
        <source>还没有附件。拖文件进来，或按 Ins。</source>
        <translation>No attachments yet. Drop files here, or press Ins.</translation>
    </message>
    <message numerus="yes">
        <source>%n 个</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>已加 %n 个附件</source>
        <translation>
            <numerusform>%n file attached</numerusform>
            <numerusform>%n files attached</numerusform>
        </translation>
    </message>
    <message>
        <source>已存到 {path}</source>
        <translation>Saved to {path}</translation>
    </message>
</context>
<context>
    <name>AuditPane</name>
    <message>
        <source>人</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>所有人</source>
        <translation>Everyone</translation>
    </message>
    <message>
        <source>动作、单号、内容、机器</source>
        <translation>Action, number, content, machine</translation>
    </message>
    <message>
        <source>还没验证</source>
        <translation>Not verified yet</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>机器</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>动作</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Object</translation>
    </message>
    <message>
        <source>前 → 后</source>
        <translation>Before → after</translation>
    </message>
    <message>
        <source>{count} 条</source>
        <translation>{count} entries</translation>
    </message>
    <message>
        <source>日志完整</source>
        <translation>Log intact</translation>
    </message>
    <message>
        <source>操作日志从头到尾都对得上</source>
        <translation>The audit log is intact from beginning to end</translation>
    </message>
    <message>
        <source>日志被改过</source>
        <translation>Log was changed</translation>
    </message>
    <message>
        <source>操作日志第 {row} 行被改过，或它前面缺行。先别动它，找人查原因</source>
        <translation>Row {row} of the audit log was changed, or rows before it are missing. Leave it as it is and have somebody look into it</translation>
    </message>
    <message>
        <source>操作日志的末尾被改过或缺行。先别动它，找人查原因</source>
        <translation>The end of the audit log was changed or rows are missing. Leave it as it is and have somebody look into it</translation>
    </message>
</context>
<context>
    <name>AuthorizeSlip</name>
    <message>
        <source>授权</source>
        <translation>Authorize</translation>
    </message>
    <message>
        <source>有权的人的登录名</source>
        <translation>Login of somebody with the right</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>要授权：{right}</source>
        <translation>To authorize: {right}</translation>
    </message>
</context>
<context>
    <name>BackupClock</name>
    <message>
        <source>还没有选备份放哪里。在设置里填“备份文件夹”</source>
        <translation>No place for backups is chosen yet. Fill in “Backup folder” in the settings</translation>
    </message>
    <message>
        <source>正在备份，做完会告诉你</source>
        <translation>Backing up; you will be told when it is done</translation>
    </message>
    <message>
        <source>已备份到 {path}，验证通过</source>
        <translation>Backed up to {path} and verified</translation>
    </message>
    <message>
        <source>已备份到 {path}，但账有不符，看健康页</source>
        <translation>Backed up to {path}, but the books do not agree; see Health</translation>
    </message>
</context>
<context>
    <name>BadDebtForm</name>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>已核销</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>本次</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>没结的单</source>
        <translation>Open documents</translation>
    </message>
    <message>
        <source>选了往来单位，这里就有没结的单。</source>
        <translation>Choose a partner, and the open documents are here.</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>往来单位</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Business date</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>收回的钱</source>
        <translation>Money recovered</translation>
    </message>
    <message>
        <source>坏账金额</source>
        <translation>Bad debt amount</translation>
    </message>
    <message>
        <source>有一格还没填好。改好再过账</source>
        <translation>One cell is not right yet. Correct it, then post</translation>
    </message>
    <message>
        <source>坏账要写原因</source>
        <translation>Bad debts need a reason</translation>
    </message>
    <message>
        <source>填收到的钱</source>
        <translation>Fill in the money received</translation>
    </message>
    <message>
        <source>还没选单据。按空格选，或按 F3 全选</source>
        <translation>No document chosen yet. Space chooses, F3 chooses all</translation>
    </message>
    <message>
        <source>没有没结的单。</source>
        <translation>No open documents.</translation>
    </message>
    <message>
        <source>收回</source>
        <translation>Recovered</translation>
    </message>
    <message>
        <source>损失</source>
        <translation>Loss</translation>
    </message>
</context>
<context>
    <name>BankPane</name>
    <message>
        <source>结算账户</source>
        <translation>Money account</translation>
    </message>
    <message>
        <source>先按 Ctrl+M 回到未勾对的两边</source>
        <translation>Press Ctrl+M first, to go back to what is open</translation>
    </message>
    <message>
        <source>两边各选一行。空格可以多选</source>
        <translation>Pick a row on each side; Space picks several</translation>
    </message>
    <message>
        <source>两边差 {gap}。选到相等再勾对</source>
        <translation>The sides differ by {gap}. Pick until they are equal</translation>
    </message>
    <message>
        <source>按 Ctrl+M 看已勾对的，选一行再按 Del</source>
        <translation>Press Ctrl+M to see what is matched, choose a row, press Del</translation>
    </message>
    <message>
        <source>银行流水都勾对了。按 Ctrl+O 导入新的。</source>
        <translation>Every bank line is matched. Press Ctrl+O to import new ones.</translation>
    </message>
    <message>
        <source>银行流水（账上还没有）</source>
        <translation>Bank lines (not in the books)</translation>
    </message>
    <message>
        <source>账上（银行还没有）</source>
        <translation>Books (not at the bank)</translation>
    </message>
    <message>
        <source>已勾对</source>
        <translation>Matched</translation>
    </message>
    <message>
        <source>导入的流水</source>
        <translation>Imports</translation>
    </message>
    <message>
        <source>未勾对</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>选中：银行 {said}，账上 {booked}，差 {gap}</source>
        <translation>Picked: bank {said}, books {booked}, difference {gap}</translation>
    </message>
    <message>
        <source>先在左边选一行银行流水</source>
        <translation>Choose a bank line at the left first</translation>
    </message>
    <message>
        <source>勾对了 {made} 笔；银行还有 {lines} 笔账上没有，账上还有 {legs} 笔银行没有</source>
        <translation>Matched {made}; the books lack {lines} of the bank&apos;s, the bank lacks {legs} of the books&apos;</translation>
    </message>
    <message>
        <source>勾对了</source>
        <translation>Matched</translation>
    </message>
    <message>
        <source>已取消勾对</source>
        <translation>The match is undone</translation>
    </message>
    <message>
        <source>已撤销这次导入</source>
        <translation>The import is taken back</translation>
    </message>
</context>
<context>
    <name>Bell</name>
    <message>
        <source>待办 {count} 件</source>
        <translation>{count} things to do</translation>
    </message>
    <message>
        <source>没有等着做的事</source>
        <translation>Nothing waits to be done</translation>
    </message>
</context>
<context>
    <name>BlockExchange</name>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message numerus="yes">
        <source>已粘贴，现有 %n 行。Ctrl+Z 撤销</source>
        <translation>
            <numerusform>Pasted, %n line now. Ctrl+Z undoes it</numerusform>
            <numerusform>Pasted, %n lines now. Ctrl+Z undoes it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>粘贴了 %n 行。Enter 保留，Esc 放弃</source>
        <translation>
            <numerusform>%n line pasted. Enter keeps it, Esc drops it</numerusform>
            <numerusform>%n lines pasted. Enter keeps them, Esc drops them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>粘贴了 %n 行，{bad} 格看不懂，没有改。Enter 保留，Esc 放弃</source>
        <translation>
            <numerusform>%n line pasted; cells that could not be read and were left alone: {bad}. Enter keeps it, Esc drops it</numerusform>
            <numerusform>%n lines pasted; cells that could not be read and were left alone: {bad}. Enter keeps them, Esc drops them</numerusform>
        </translation>
    </message>
    <message>
        <source>没有粘贴。</source>
        <translation>Nothing was pasted.</translation>
    </message>
</context>
<context>
    <name>BoundsPane</name>
    <message>
        <source>先在库存列表里选一种商品，再打开这里。</source>
        <translation>Choose a product in the stock list, then open this.</translation>
    </message>
    <message>
        <source>{name} 的上下限已保存</source>
        <translation>Bounds of {name} saved</translation>
    </message>
    <message>
        <source>一个仓库少于下限就报缺货，多于上限就报超储。空着的按商品自己的上下限。改一格就保存一格。</source>
        <translation>A warehouse below its minimum is short, above its maximum too full. Empty cells go by the product’s own bounds. Each cell is kept at once.</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>批量修改 {count} 种商品</source>
        <translation>Change {count} products</translation>
    </message>
    <message>
        <source>会改的</source>
        <translation>What would change</translation>
    </message>
    <message>
        <source>先看看</source>
        <translation>Look first</translation>
    </message>
    <message>
        <source>不改</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>改什么</source>
        <translation>What</translation>
    </message>
    <message>
        <source>改成</source>
        <translation>Becomes</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>写好改成什么，Enter 先看看会改哪些</source>
        <translation>Write what it becomes; Enter lists what would change</translation>
    </message>
    <message>
        <source>{count} 种会改，其余已经是这样或没有这个价</source>
        <translation>{count} would change; the rest are so already or have no such price</translation>
    </message>
    <message>
        <source>没有要改的</source>
        <translation>Nothing would change</translation>
    </message>
    <message>
        <source>改了 {count} 种商品，原来的值在审计日志里</source>
        <translation>{count} products changed; what was before stands in the audit</translation>
    </message>
</context>
<context>
    <name>Busy</name>
    <message>
        <source>正在处理</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>{words} {done} / {total}，约剩 {left} 秒</source>
        <translation>{words} {done} / {total}, about {left} s left</translation>
    </message>
</context>
<context>
    <name>CancelSheet</name>
    <message>
        <source>整单取消</source>
        <translation>Cancel sale</translation>
    </message>
    <message>
        <source>不取消</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>{lines} 行商品共 {due} 会从屏幕上拿掉，并记在操作日志里。想留着就按 F8 挂单。</source>
        <translation>{lines} lines worth {due} leave the screen, and the audit log notes it. To keep them, hold the sale with F8.</translation>
    </message>
</context>
<context>
    <name>CardListPane</name>
    <message>
        <source>编号、名称、拼音</source>
        <translation>Code, name, pinyin</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>没有符合筛选的。</source>
        <translation>Nothing fits the filters.</translation>
    </message>
    <message>
        <source>“{name}”的改动没有保存</source>
        <translation>The changes to “{name}” are not saved</translation>
    </message>
    <message>
        <source>接着改</source>
        <translation>Keep editing</translation>
    </message>
    <message>
        <source>{name} 已保存</source>
        <translation>{name} saved</translation>
    </message>
    <message>
        <source>{name} 已启用</source>
        <translation>{name} enabled</translation>
    </message>
    <message>
        <source>{name} 已停用</source>
        <translation>{name} disabled</translation>
    </message>
</context>
<context>
    <name>CardPane</name>
    <message>
        <source>先在会员列表里选一个人，再打开这里。</source>
        <translation>Choose somebody in the list of members first, then open this.</translation>
    </message>
    <message>
        <source>积分和储值的流水</source>
        <translation>Moves of points and stored value</translation>
    </message>
    <message>
        <source>这张卡还没有积分，也没有储值。</source>
        <translation>No points and no money on this card yet.</translation>
    </message>
    <message>
        <source>没有改会员卡的权限。让有权的人来做</source>
        <translation>You have no right to change cards. Let somebody who has it do it</translation>
    </message>
    <message>
        <source>{number} 已过账</source>
        <translation>{number} is posted</translation>
    </message>
    <message>
        <source>卡号 {card}&#x3000;积分 {points}&#x3000;储值 {value}（本金 {principal}，赠送 {bonus}）</source>
        <translation>Card {card}   Points {points}   Stored value {value} (paid {principal}, given {bonus})</translation>
    </message>
    <message>
        <source>充值</source>
        <translation>Top up</translation>
    </message>
    <message>
        <source>退储值</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>调积分</source>
        <translation>Change points</translation>
    </message>
    <message>
        <source>积分过期</source>
        <translation>Points expire</translation>
    </message>
    <message>
        <source>收多少</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>退多少本金</source>
        <translation>Principal back</translation>
    </message>
    <message>
        <source>加几分，扣写负数</source>
        <translation>Points, − to take</translation>
    </message>
    <message>
        <source>过期几分</source>
        <translation>Points gone</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>积分</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>储值本金</source>
        <translation>Paid in</translation>
    </message>
    <message>
        <source>储值赠送</source>
        <translation>Given</translation>
    </message>
    <message>
        <source>做什么</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>赠送</source>
        <translation>Given</translation>
    </message>
    <message>
        <source>账户</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>CashItemPane</name>
    <message>
        <source>钱花在哪、从哪来：费用单和其他收入单按它选。改一格就保存一格。</source>
        <translation>Where money goes and comes from: expense and other income documents choose from it. Each cell is saved as it changes.</translation>
    </message>
    <message>
        <source>收支</source>
        <translation>In/out</translation>
    </message>
    <message>
        <source>报表项目</source>
        <translation>Statement item</translation>
    </message>
</context>
<context>
    <name>CataloguePane</name>
    <message>
        <source>找报表（拼音也行）</source>
        <translation>Find report (pinyin too)</translation>
    </message>
    <message>
        <source>找报表</source>
        <translation>Find report</translation>
    </message>
    <message>
        <source>报表</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>常用</source>
        <translation>Favourites</translation>
    </message>
    <message>
        <source>库存</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>采购</source>
        <translation>Purchase</translation>
    </message>
    <message>
        <source>销售</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>收银</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>资金</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>账务</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>体检</source>
        <translation>Health</translation>
    </message>
</context>
<context>
    <name>CategoryPane</name>
    <message>
        <source>还没有类别。按 Ctrl+N 新建，或在商品卡里填</source>
        <translation>No categories yet. Press Ctrl+N, or fill one in on a card of goods</translation>
    </message>
    <message>
        <source>新类别</source>
        <translation>New category</translation>
    </message>
    <message>
        <source>新名称</source>
        <translation>New name</translation>
    </message>
    <message>
        <source>类别“{path}”已删除</source>
        <translation>Category “{path}” removed</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>含下级</source>
        <translation>With those below</translation>
    </message>
    <message>
        <source>上下级用“/”隔开，如 食品/饮料</source>
        <translation>Levels are set apart by “/”: Food/Drinks</translation>
    </message>
    <message>
        <source>“{before}”改名为“{name}”</source>
        <translation>“{before}” is called “{name}” now</translation>
    </message>
    <message>
        <source>类别“{path}”已建</source>
        <translation>Category “{path}” made</translation>
    </message>
</context>
<context>
    <name>CentreTabs</name>
    <message>
        <source>打开的页面</source>
        <translation>Open pages</translation>
    </message>
    <message>
        <source>按 Ctrl+K 找商品、单据、报表和功能</source>
        <translation>Ctrl+K finds products, documents, reports and commands</translation>
    </message>
    <message>
        <source>关闭  Ctrl+W</source>
        <translation>Close  Ctrl+W</translation>
    </message>
</context>
<context>
    <name>ChangeForm</name>
    <message>
        <source>全部套用</source>
        <translation>Apply to all</translation>
    </message>
    <message>
        <source>调价的商品</source>
        <translation>Goods that change price</translation>
    </message>
    <message>
        <source>生效日</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>有一格还没填好。改好再审核</source>
        <translation>A cell is not right yet. Mend it, then approve</translation>
    </message>
    <message>
        <source>还没有商品。在商品格填编号、拼音或扫码</source>
        <translation>No goods yet. Type a code or pinyin into the product cell, or scan</translation>
    </message>
    <message>
        <source>没有新价</source>
        <translation>No new price</translation>
    </message>
    <message>
        <source>第 {row} 行：没有新价</source>
        <translation>Line {row}: no new price</translation>
    </message>
    <message>
        <source>尾数不变</source>
        <translation>Tail as it is</translation>
    </message>
    <message>
        <source>尾数 .99</source>
        <translation>Tail .99</translation>
    </message>
    <message>
        <source>角位 {digit}</source>
        <translation>Jiao {digit}</translation>
    </message>
    <message>
        <source>尾数</source>
        <translation>Tail</translation>
    </message>
    <message>
        <source>涨跌 %</source>
        <translation>Change %</translation>
    </message>
    <message>
        <source>按比例调价</source>
        <translation>Prices by rate</translation>
    </message>
</context>
<context>
    <name>ChartPane</name>
    <message>
        <source>准则的科目名称不能改。加下级：到最下面写编码（上级编码加两位，如 180101）和名称。没记过账的科目才能分下级、设辅助核算。</source>
        <translation>Names of the standard&apos;s accounts stay. For a sub-account type its code (that above and two digits, such as 180101) and name in the last row. Only accounts without entries are split or given dimensions.</translation>
    </message>
    <message>
        <source>先选一行</source>
        <translation>Choose a row first</translation>
    </message>
    <message>
        <source>{code} {name} 已删除</source>
        <translation>{code} {name} is deleted</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>行读到</source>
        <translation>rows read</translation>
    </message>
    <message>
        <source>行没有问题</source>
        <translation>rows are fine</translation>
    </message>
    <message>
        <source>行有错误</source>
        <translation>rows are wrong</translation>
    </message>
    <message>
        <source>行要留意</source>
        <translation>rows to look at</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>没有问题。按 F12 去试算</source>
        <translation>Nothing is wrong. F12 goes on to the trial</translation>
    </message>
    <message>
        <source>原表对照</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>新增 {fresh}，已有 {there}</source>
        <translation>{fresh} new, {there} there</translation>
    </message>
    <message>
        <source>必须改好或排除</source>
        <translation>to be corrected or left out</translation>
    </message>
    <message>
        <source>已排除 {count} 行</source>
        <translation>{count} left out</translation>
    </message>
    <message>
        <source>可以导入，看一眼</source>
        <translation>importable, have a look</translation>
    </message>
    <message>
        <source>标题 {count} 行</source>
        <translation>{count} titles</translation>
    </message>
    <message>
        <source>合计 {count} 行</source>
        <translation>{count} totals</translation>
    </message>
    <message>
        <source>脚注 {count} 行</source>
        <translation>{count} footers</translation>
    </message>
    <message>
        <source>表头下面的每一行</source>
        <translation>every row under the header</translation>
    </message>
    <message>
        <source>跳过{what}</source>
        <translation>without {what}</translation>
    </message>
    <message>
        <source>全部 {count}</source>
        <translation>All {count}</translation>
    </message>
    <message>
        <source>错误 {count}</source>
        <translation>Wrong {count}</translation>
    </message>
    <message>
        <source>留意 {count}</source>
        <translation>Look {count}</translation>
    </message>
    <message>
        <source>所有列</source>
        <translation>All columns</translation>
    </message>
    <message>
        <source>这里没有了。</source>
        <translation>Nothing is left here.</translation>
    </message>
    <message>
        <source>第 {row} 行</source>
        <translation>Row {row}</translation>
    </message>
    <message>
        <source>第 {row} 行，{letter} 列 {heading}</source>
        <translation>Row {row}, {letter} {heading}</translation>
    </message>
</context>
<context>
    <name>CloseShiftSheet</name>
    <message>
        <source>交班</source>
        <translation>Close shift</translation>
    </message>
    <message>
        <source>为什么多了或少了</source>
        <translation>Why there is more or less</translation>
    </message>
    <message>
        <source>差额原因</source>
        <translation>Reason for the difference</translation>
    </message>
    <message>
        <source>还有 {count} 张挂单没有收款。</source>
        <translation>{count} held sales are not paid yet.</translation>
    </message>
    <message>
        <source>先点完钱箱，再看应有多少</source>
        <translation>Count the drawer first, then see what should be there</translation>
    </message>
    <message>
        <source>点完了，看应有</source>
        <translation>Counted, show expected</translation>
    </message>
    <message>
        <source>交班并打印</source>
        <translation>Close shift and print</translation>
    </message>
    <message>
        <source>正在交班。先按 Esc 返回，再扫商品</source>
        <translation>The shift is being closed. Press Esc to go back, then scan</translation>
    </message>
    <message>
        <source>实点与应有不符。写上原因再交班</source>
        <translation>Counted and expected cash differ. Write the reason, then close the shift</translation>
    </message>
    <message>
        <source>实点现金</source>
        <translation>Counted cash</translation>
    </message>
    <message>
        <source>下一种面额</source>
        <translation>Next denomination</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>中途报表，不交班</source>
        <translation>Interim report, shift stays open</translation>
    </message>
</context>
<context>
    <name>CodesCard</name>
    <message>
        <source>我已抄好</source>
        <translation>I have copied them</translation>
    </message>
    <message>
        <source>恢复码</source>
        <translation>Recovery codes</translation>
    </message>
    <message>
        <source>忘了密码时，用其中一个就能进来，每个只能用一次。抄在纸上，和电脑分开放。关掉后再也看不到，程序里只留下核对用的记号。</source>
        <translation>If you forget the password, one of these lets you in; each works once. Copy them on paper and keep it away from the computer. Once closed they are never shown again; the program keeps only what it needs to check them.</translation>
    </message>
</context>
<context>
    <name>CodesDialog</name>
    <message>
        <source>恢复码</source>
        <translation>Recovery codes</translation>
    </message>
</context>
<context>
    <name>CodesPage</name>
    <message>
        <source>存成文件…</source>
        <translation>Save as file…</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>恢复码（每个只能用一次，和电脑分开放）</source>
        <translation>Recovery codes (each works once; keep them away from the computer)</translation>
    </message>
    <message>
        <source>存成文件</source>
        <translation>Save as file</translation>
    </message>
    <message>
        <source>没有存成：{reason}</source>
        <translation>Not saved: {reason}</translation>
    </message>
    <message>
        <source>已存到 {path}，抄完就把它移走</source>
        <translation>Saved to {path}; move it away once copied</translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <source>列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>列方案</source>
        <translation>Column layout</translation>
    </message>
    <message>
        <source>新方案的名字</source>
        <translation>Name of the new layout</translation>
    </message>
    <message>
        <source>另存</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Restore default</translation>
    </message>
    <message>
        <source>默认</source>
        <translation>Default</translation>
    </message>
</context>
<context>
    <name>CostSheetDock</name>
    <message>
        <source>打开过了账的单，或光标停在商品上，这里列出成本是怎么算的。</source>
        <translation>Open a posted document, or put the cursor on goods: this tells how their cost came about.</translation>
    </message>
    <message>
        <source>怎么算的</source>
        <translation>How</translation>
    </message>
    <message>
        <source>库存增减</source>
        <translation>Stock value</translation>
    </message>
    <message>
        <source>这张单没有动库存，没有成本。</source>
        <translation>This document moved no goods, so it has no cost.</translation>
    </message>
</context>
<context>
    <name>CountFiller</name>
    <message>
        <source>范围里有账面数的商品都盘到了</source>
        <translation>All goods in scope that the books know were counted</translation>
    </message>
    <message>
        <source>放弃复盘，初盘数还在</source>
        <translation>The recount was given up; the first counts stand</translation>
    </message>
    <message>
        <source>盲盘哪些有差异，由能审核盘点的人来挑。存草稿，请他打开按 F8</source>
        <translation>On a blind count somebody who may post it picks what differs. Save the draft and let them press F8</translation>
    </message>
    <message>
        <source>没有差异，不用复盘</source>
        <translation>There are no differences, so there is nothing to count again</translation>
    </message>
    <message>
        <source>{count} 种有差异，再数一次</source>
        <translation>{count} products differ; count them again</translation>
    </message>
    <message>
        <source>这样的商品都已经列在这里，或仓库里没有</source>
        <translation>All such goods are listed here already, or none lie in this warehouse</translation>
    </message>
    <message>
        <source>有 {count} 行没有粘贴：没有这种商品、数量不对，或已经在行里：{names}</source>
        <translation>Rows not pasted: {count}. No such goods, no quantity, or already in the lines: {names}</translation>
    </message>
    <message>
        <source>没有这个条码 {code}，没有计数。核对条码，或先建商品</source>
        <translation>No product has the barcode {code}; nothing was counted. Check the barcode, or add the product first</translation>
    </message>
    <message>
        <source>{product} 不管库存，或这个单位折不成整数，没有计数</source>
        <translation>{product} is not kept in stock, or this unit does not come out even; nothing was counted</translation>
    </message>
    <message>
        <source>盘 {name}</source>
        <translation>Count {name}</translation>
    </message>
    <message>
        <source>{name} 加 {more}，共 {counted} {unit}</source>
        <translation>{name}: {more} more, {counted} {unit} in all</translation>
    </message>
    <message>
        <source>先扫一种商品，再填 12* 定它的数</source>
        <translation>Scan a product first; 12* then says how many there are</translation>
    </message>
    <message>
        <source>{name} 定为 {counted} {unit}</source>
        <translation>{name} is set to {counted} {unit}</translation>
    </message>
    <message>
        <source>列出没盘到的 {count} 种，实盘还空着</source>
        <translation>{count} products not counted yet were listed; their counts are still empty</translation>
    </message>
</context>
<context>
    <name>CountForm</name>
    <message>
        <source>盘点的商品</source>
        <translation>Goods counted</translation>
    </message>
    <message>
        <source>还没有盘一种商品。扫码，或在商品格填编号、拼音</source>
        <translation>Nothing was counted yet. Scan, or type a code or pinyin into the product cell</translation>
    </message>
    <message>
        <source>还有 {count} 种要复盘。数完再过账，或再按 F8 放弃复盘</source>
        <translation>{count} products are still to be counted again. Count them before posting, or press F8 again to give the recount up</translation>
    </message>
    <message>
        <source>还有 {count} 种有账面数的没盘。继续盘，或选没盘到的不动还是算 0</source>
        <translation>{count} products that the books know were not counted. Go on counting, or choose whether they stay as they are or count as 0</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Business date</translation>
    </message>
    <message>
        <source>没盘到的</source>
        <translation>Not counted</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>扫一下加 1；3* 再扫加 3；12* 回车把刚扫的定为 12；也可输编号回车</source>
        <translation>A scan adds 1; 3* and a scan adds 3; 12* Enter sets the last product to 12; a code and Enter will do too</translation>
    </message>
    <message>
        <source>扫码或输入编号</source>
        <translation>Scan or type a code</translation>
    </message>
    <message>
        <source>{count} 种</source>
        <translation>{count} products</translation>
    </message>
    <message>
        <source>已盘</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>有差异</source>
        <translation>Different</translation>
    </message>
    <message>
        <source>没盘到</source>
        <translation>Not counted</translation>
    </message>
    <message>
        <source>差异金额</source>
        <translation>Worth of differences</translation>
    </message>
</context>
<context>
    <name>CountPane</name>
    <message>
        <source>没有要盘的商品。先选全场或一个类别</source>
        <translation>There is nothing to count. Choose everything or a category first</translation>
    </message>
</context>
<context>
    <name>CourseCard</name>
    <message>
        <source>销售与毛利</source>
        <translation>Sales and gross profit</translation>
    </message>
    <message>
        <source>销售</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>7 天</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>30 天</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>本年</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>净销售额</source>
        <translation>Net sales</translation>
    </message>
    <message>
        <source>毛利</source>
        <translation>Gross profit</translation>
    </message>
    <message>
        <source>合计 {net}</source>
        <translation>Total {net}</translation>
    </message>
    <message>
        <source>{sales}  毛利 {profit}  毛利率 {margin}</source>
        <translation>{sales}  profit {profit}  margin {margin}</translation>
    </message>
    <message>
        <source>净销售额（元）</source>
        <translation>Net sales (yuan)</translation>
    </message>
    <message>
        <source>毛利（元）</source>
        <translation>Gross profit (yuan)</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>程序出错了</source>
        <translation>The program failed</translation>
    </message>
    <message>
        <source>详情</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>复制详情</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>存诊断包…</source>
        <translation>Save diagnostics…</translation>
    </message>
    <message>
        <source>刚才那一步没有做完</source>
        <translation>The last step was not finished</translation>
    </message>
    <message>
        <source>这是程序的错，不是你的。已过账的单据都在账里；正在写的单据留在屏幕上，没过账的草稿已自动保存。可以继续用；再出错就关掉重开，把诊断包交给维护的人。</source>
        <translation>This is the program&apos;s fault, not yours. Posted documents are all in the books; the document being written stays on the screen, and drafts not posted were saved by themselves. You may carry on; if it fails again, close and reopen, and give the diagnostics to whoever looks after the program.</translation>
    </message>
    <message>
        <source>出错的地方：{error}</source>
        <translation>Where it failed: {error}</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>存诊断包</source>
        <translation>Save diagnostics</translation>
    </message>
    <message>
        <source>没有存成：{reason}</source>
        <translation>Not saved: {reason}</translation>
    </message>
    <message>
        <source>已存到 {path}</source>
        <translation>Saved to {path}</translation>
    </message>
</context>
<context>
    <name>CustomerPane</name>
    <message>
        <source>先选一个客户</source>
        <translation>Choose a customer first</translation>
    </message>
    <message>
        <source>{name} 也是供应商了</source>
        <translation>{name} is a supplier too now</translation>
    </message>
    <message>
        <source>还没有客户。写第一个只要名称；有客户表就从“导入”进来。</source>
        <translation>No customers yet. The first needs only a name; a customer list comes in by Import.</translation>
    </message>
    <message>
        <source>价格等级</source>
        <translation>Price level</translation>
    </message>
    <message>
        <source>信用额度</source>
        <translation>Credit limit</translation>
    </message>
</context>
<context>
    <name>CustomerWindow</name>
    <message>
        <source>客显</source>
        <translation>Customer display</translation>
    </message>
    <message>
        <source>应收</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>收款</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>找零</source>
        <translation>Change</translation>
    </message>
    <message numerus="yes">
        <source>%n 行</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>已优惠</source>
        <translation>Off</translation>
    </message>
</context>
<context>
    <name>DashboardPane</name>
    <message>
        <source>今日净销售额</source>
        <translation>Net sales today</translation>
    </message>
    <message>
        <source>今日毛利</source>
        <translation>Gross profit today</translation>
    </message>
    <message>
        <source>本月净销售额</source>
        <translation>Net this month</translation>
    </message>
    <message>
        <source>客单价（含税）</source>
        <translation>Average sale</translation>
    </message>
    <message>
        <source>库存金额</source>
        <translation>Stock value</translation>
    </message>
    <message>
        <source>应收账款</source>
        <translation>Receivables</translation>
    </message>
    <message>
        <source>较昨日 {change}</source>
        <translation>{change} in a day</translation>
    </message>
    <message>
        <source>较上月同期 {change}</source>
        <translation>{change} in a month</translation>
    </message>
    <message>
        <source>毛利率 {margin}</source>
        <translation>Rate {margin}</translation>
    </message>
    <message>
        <source>本月 {margin}</source>
        <translation>month {margin}</translation>
    </message>
    <message>
        <source>{count} 笔，共 {total}</source>
        <translation>{count} for {total}</translation>
    </message>
    <message>
        <source>{there} 种，缺货 {out} 种</source>
        <translation>{there} goods, {out} out</translation>
    </message>
    <message>
        <source>逾期 {amount}</source>
        <translation>Overdue {amount}</translation>
    </message>
    <message>
        <source>没有逾期</source>
        <translation>Nothing overdue</translation>
    </message>
    <message numerus="yes">
        <source>%n 户</source>
        <translation>
            <numerusform>%n firm</numerusform>
            <numerusform>%n firms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>日历</source>
        <translation>Calendar</translation>
    </message>
</context>
<context>
    <name>DebtBookPane</name>
    <message numerus="yes">
        <source>家</source>
        <translation>
            <numerusform>partner</numerusform>
            <numerusform>partners</numerusform>
        </translation>
    </message>
    <message>
        <source>没有客户欠款。</source>
        <translation>No customer owes anything.</translation>
    </message>
    <message>
        <source>先选一个客户</source>
        <translation>Choose a customer first</translation>
    </message>
    <message>
        <source>写答应付款的日期，再按 F4</source>
        <translation>Write the promised date, then press F4 again</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>承诺</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>未到期</source>
        <translation>Not due</translation>
    </message>
    <message>
        <source>预收</source>
        <translation>Advance</translation>
    </message>
    <message>
        <source>超额度</source>
        <translation>Over limit</translation>
    </message>
    <message>
        <source>最近付款</source>
        <translation>Last payment</translation>
    </message>
    <message>
        <source>逾期 1–30</source>
        <translation>Overdue 1–30</translation>
    </message>
    <message>
        <source>31–60</source>
        <translation>31–60</translation>
    </message>
    <message>
        <source>61–90</source>
        <translation>61–90</translation>
    </message>
    <message>
        <source>90 天以上</source>
        <translation>Over 90 days</translation>
    </message>
    <message>
        <source>答应付款日</source>
        <translation>Promised date</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>{name}：还没有答应过哪天付款</source>
        <translation>{name}: no payment promised yet</translation>
    </message>
    <message>
        <source>{name}：答应 {day} 付款 {note}</source>
        <translation>{name}: promised to pay on {day} {note}</translation>
    </message>
    <message>
        <source>已记下 {name} 答应 {day} 付款</source>
        <translation>Recorded: {name} promised to pay on {day}</translation>
    </message>
</context>
<context>
    <name>DelegationCard</name>
    <message>
        <source>谁不在</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>谁代他审</source>
        <translation>Deputy</translation>
    </message>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>To</translation>
    </message>
</context>
<context>
    <name>DeliveryPane</name>
    <message>
        <source>只有已过账、没红冲的出库单能转退货</source>
        <translation>Only a posted, unreversed delivery can become a return</translation>
    </message>
    <message>
        <source>只有已过账、没红冲的出库单能登记发票</source>
        <translation>Only a delivery that is posted and not reversed can be invoiced</translation>
    </message>
</context>
<context>
    <name>DevicesPane</name>
    <message>
        <source>只管这台电脑（{till} 号收银台）。一样一样试，灯绿了就好。</source>
        <translation>This PC only (till {till}). Try each; a green lamp is good.</translation>
    </message>
</context>
<context>
    <name>DisplayCard</name>
    <message>
        <source>第二块屏幕显示小票</source>
        <translation>Ticket on the second screen</translation>
    </message>
    <message>
        <source>没有顾客显示屏</source>
        <translation>No pole display</translation>
    </message>
    <message>
        <source>能显示汉字</source>
        <translation>Chinese too</translation>
    </message>
    <message>
        <source>只有字母和数字</source>
        <translation>Letters and digits only</translation>
    </message>
    <message>
        <source>屏幕</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>串口</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>字</source>
        <translation>Characters</translation>
    </message>
    <message>
        <source>保存并试一下</source>
        <translation>Save and try</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>没有用</source>
        <translation>Not in use</translation>
    </message>
    <message>
        <source>送出去了，应看到 试一下 1.00。乱码：换成只有字母和数字。不亮：看电源和波特率，如 COM4@2400</source>
        <translation>Sent: it should show 1.00. Garbled: choose letters and digits only. Dark: look at power and speed, such as COM4@2400</translation>
    </message>
    <message>
        <source>试一下</source>
        <translation>Trial</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>DraftedPane</name>
    <message>
        <source>审核过账</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>{number} 已过账</source>
        <translation>{number} posted</translation>
    </message>
    <message>
        <source>正在读取，稍等</source>
        <translation>Reading, one moment</translation>
    </message>
    <message>
        <source>{number} 正在打开</source>
        <translation>Opening {number}</translation>
    </message>
    <message>
        <source>没有写这种单据的权限</source>
        <translation>You have no right to write this kind of document</translation>
    </message>
    <message>
        <source>这张单已有单号，不用存草稿</source>
        <translation>This document has its number and needs no draft</translation>
    </message>
    <message>
        <source>没有写这种单据草稿的权限</source>
        <translation>You have no right to draft this kind of document</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>草稿已作废。</source>
        <translation>Draft voided.</translation>
    </message>
    <message>
        <source>保存草稿</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>已提交，审核通过后过账</source>
        <translation>Submitted; it is posted once it is approved</translation>
    </message>
    <message>
        <source>看审核</source>
        <translation>See approval</translation>
    </message>
    <message>
        <source>有了单号才能打印</source>
        <translation>Printing needs a number first</translation>
    </message>
    <message>
        <source>这张单还没审核，也不能存草稿。先审核或清空</source>
        <translation>This one is not approved and cannot be a draft. Approve or clear it first</translation>
    </message>
    <message>
        <source>这张单被驳回：{reason}。改好再提交</source>
        <translation>This document was rejected: {reason}. Mend it and submit it again</translation>
    </message>
    <message>
        <source>草稿已存。列表最上面可以找回</source>
        <translation>Draft saved. It is at the top of the list</translation>
    </message>
    <message>
        <source>{time} 已自动存</source>
        <translation>Saved by itself {time}</translation>
    </message>
</context>
<context>
    <name>DrawerCard</name>
    <message>
        <source>开一下</source>
        <translation>Open it</translation>
    </message>
    <message>
        <source>还没有试</source>
        <translation>Not tried yet</translation>
    </message>
    <message>
        <source>没有小票机，开不了钱箱。先设好小票机</source>
        <translation>Without a receipt printer the drawer cannot open. Set that up first</translation>
    </message>
    <message>
        <source>送出去了。没弹开：看线是不是插在小票机的钱箱口（像电话线），钱箱锁开着没有</source>
        <translation>Sent. Still shut: is its cable in the printer&apos;s drawer socket (like a telephone&apos;s), and its lock open?</translation>
    </message>
    <message>
        <source>先让小票机打得出自检页</source>
        <translation>Let the receipt printer print its test page first</translation>
    </message>
</context>
<context>
    <name>EmployeePane</name>
    <message>
        <source>业务员、采购员、报销的人：单据上按姓名或编号选。提成空着就照设置。改一格就保存一格。</source>
        <translation>Who sells, buys and spends: documents name them by name or code. Empty commission means the settings&apos; own. Each cell is kept as it is changed.</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>账套还在打开，过一会儿再试</source>
        <translation>The book set is still opening. Try again in a moment</translation>
    </message>
</context>
<context>
    <name>EntryGrid</name>
    <message>
        <source>改好{column}</source>
        <translation>{column} done</translation>
    </message>
    <message>
        <source>已在第 {row} 行</source>
        <translation>Already on line {row}</translation>
    </message>
</context>
<context>
    <name>FieldsForm</name>
    <message>
        <source>填业务日期</source>
        <translation>Fill in the business date</translation>
    </message>
    <message>
        <source>还没有往来单位。填编号、名称或拼音</source>
        <translation>No partner yet. Type a code, name or pinyin</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>FileFlow</name>
    <message>
        <source>还没有选文件。拖进来，或按 Ctrl+O 选</source>
        <translation>There is no file yet. Drag one here, or choose it with Ctrl+O</translation>
    </message>
    <message>
        <source>正在读 {name}</source>
        <translation>Reading {name}</translation>
    </message>
    <message>
        <source>读到 {rows} 行</source>
        <translation>{rows} rows read</translation>
    </message>
    <message>
        <source>{count} 个工作表，选中的有 {rows} 行</source>
        <translation>{count} sheets, the chosen one has {rows} rows</translation>
    </message>
    <message>
        <source>没有认出表头。看看它在第几行，再把每一列对上</source>
        <translation>No header was recognised. Say in which row it is, then what each column means</translation>
    </message>
    <message>
        <source>表头变了。再对一次</source>
        <translation>The headings have changed. Look at them once more</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>选一个文件，拖进来，或填路径后按 Enter</source>
        <translation>Choose a file, drag it here, or type its path and press Enter</translation>
    </message>
    <message>
        <source>自动认</source>
        <translation>Recognise it</translation>
    </message>
    <message>
        <source>库存和进价也导入（建期初库存）</source>
        <translation>Import stock and purchase prices too (as opening stock)</translation>
    </message>
    <message>
        <source>{name}（{rows} 行）</source>
        <translation>{name} ({rows} rows)</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>文字编码</source>
        <translation>Encoding</translation>
    </message>
    <message>
        <source>导入什么，从哪个文件</source>
        <translation>What to import, from which file</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>结算账户</source>
        <translation>Money account</translation>
    </message>
    <message>
        <source>能读 {kinds}，最大 20 MB</source>
        <translation>Reads {kinds}, up to 20 MB</translation>
    </message>
    <message>
        <source>表头不用改：上面有标题、合并过的单元格、合计行都认得</source>
        <translation>Headings can stay as they are: titles above them, merged cells and total rows are understood</translation>
    </message>
    <message>
        <source>先检查、试算，最后一步才写入；写入要么全部，要么一行也不写</source>
        <translation>First it is checked and tried; only the last step writes, all rows or none</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>单号、名称、拼音、备注</source>
        <translation>Number, name, pinyin, note</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>去掉这个筛选</source>
        <translation>Remove this filter</translation>
    </message>
    <message>
        <source>去掉筛选 {words}</source>
        <translation>Remove filter {words}</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>期间</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>选一个</source>
        <translation>Choose one</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>编号、名称、拼音</source>
        <translation>Code, name, pinyin</translation>
    </message>
    <message>
        <source>编号或全名</source>
        <translation>Code or full name</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <source>找商品、单据、客户、功能… 支持拼音首字母</source>
        <translation>Find products, documents, customers, commands… pinyin initials work</translation>
    </message>
    <message>
        <source>找商品、单据、客户、功能…</source>
        <translation>Find products, documents, customers, commands…</translation>
    </message>
    <message>
        <source>找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>找商品、单据、往来单位、报表、功能和手册；&gt; 只找功能，# 只找单据，? 只找手册</source>
        <translation>Find products, documents, partners, reports, commands and the manual; &gt; commands only, # documents only, ? manual only</translation>
    </message>
</context>
<context>
    <name>FindFlow</name>
    <message>
        <source>查商品</source>
        <translation>Find product</translation>
    </message>
    <message>
        <source>选商品</source>
        <translation>Choose product</translation>
    </message>
    <message>
        <source>绑定到哪件商品</source>
        <translation>Which product gets the barcode</translation>
    </message>
</context>
<context>
    <name>FindList</name>
    <message>
        <source>找到的</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>只找功能</source>
        <translation>Commands only</translation>
    </message>
    <message>
        <source>只找单据</source>
        <translation>Documents only</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>FindSheet</name>
    <message>
        <source>名称、拼音首字母、编号或条码，几个词用空格隔开</source>
        <translation>Name, pinyin initials, code or barcode; words apart by spaces</translation>
    </message>
    <message>
        <source>查商品</source>
        <translation>Find product</translation>
    </message>
    <message>
        <source>选择</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>加到小票</source>
        <translation>Add to receipt</translation>
    </message>
    <message>
        <source>没有“{text}”。换个说法，或少打几个字</source>
        <translation>No “{text}”. Try other words, or fewer letters</translation>
    </message>
</context>
<context>
    <name>FirmDebtDock</name>
    <message>
        <source>没结的单</source>
        <translation>Open documents</translation>
    </message>
    <message>
        <source>选了客户，这里就有欠款。</source>
        <translation>Choose a customer and the debts appear here.</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>到期</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>没结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>没有没结的单。</source>
        <translation>No open documents.</translation>
    </message>
    <message>
        <source>现欠</source>
        <translation>Owes now</translation>
    </message>
    <message>
        <source>其中逾期</source>
        <translation>Of it overdue</translation>
    </message>
    <message>
        <source>预收预付</source>
        <translation>Advances</translation>
    </message>
    <message>
        <source>没有设</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>信用额度</source>
        <translation>Credit limit</translation>
    </message>
    <message>
        <source>还能赊</source>
        <translation>Credit left</translation>
    </message>
</context>
<context>
    <name>FlightDesk</name>
    <message>
        <source>账套比黑匣子少了单据：可能恢复过旧备份，或文件坏过</source>
        <translation>The book set has fewer documents than the flight recorder: perhaps an old backup was restored, or the file was damaged</translation>
    </message>
    <message>
        <source>看黑匣子</source>
        <translation>See the flight recorder</translation>
    </message>
</context>
<context>
    <name>FootLine</name>
    <message>
        <source>上一单 {number}  {total}  {ways}  {time}</source>
        <translation>Last {number}  {total}  {ways}  {time}</translation>
    </message>
</context>
<context>
    <name>FromBackupDialog</name>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from backup</translation>
    </message>
    <message>
        <source>正在验证这份备份</source>
        <translation>Verifying this backup</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>备份里有密码，要用那时的用户登录。</source>
        <translation>The backup has passwords; log in as a user of that time.</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>恢复成新的账套文件</source>
        <translation>Restore as a new book set file</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>时间不明</source>
        <translation>time unknown</translation>
    </message>
    <message>
        <source>{name}，{made}，共 {count} 条记录。</source>
        <translation>{name}, {made}, {count} records in all.</translation>
    </message>
    <message>
        <source>验证通过，可以恢复。</source>
        <translation>Verified, ready to be restored.</translation>
    </message>
    <message>
        <source>账有 {count} 处不符：{wrong}</source>
        <translation>{count} discrepancies in the books: {wrong}</translation>
    </message>
    <message>
        <source>恢复到</source>
        <translation>Restore to</translation>
    </message>
</context>
<context>
    <name>FunctionKey</name>
    <message>
        <source>要授权</source>
        <translation>Needs authorizing</translation>
    </message>
</context>
<context>
    <name>GoodsCard</name>
    <message>
        <source>最赚钱的 5 种</source>
        <translation>5 most profitable</translation>
    </message>
    <message>
        <source>卖得最多的 5 种</source>
        <translation>5 best-selling</translation>
    </message>
    <message>
        <source>这段时间还没有卖出东西。</source>
        <translation>Nothing was sold in this time yet.</translation>
    </message>
    <message>
        <source>占全部毛利 {share}</source>
        <translation>{share} of all profit</translation>
    </message>
    <message>
        <source>占全部销售 {share}</source>
        <translation>{share} of all sales</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Qty</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>净销售额</source>
        <translation>Net sales</translation>
    </message>
    <message>
        <source>毛利</source>
        <translation>Gross profit</translation>
    </message>
    <message>
        <source>毛利率</source>
        <translation>Margin</translation>
    </message>
</context>
<context>
    <name>GoodsForm</name>
    <message>
        <source>商品行</source>
        <translation>Product lines</translation>
    </message>
    <message>
        <source>还没有商品。在商品格填编号、拼音或扫码</source>
        <translation>No products yet. Type a code or pinyin in the product cell, or scan</translation>
    </message>
    <message>
        <source>没有数量</source>
        <translation>There is no quantity</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>数量合计</source>
        <translation>Total qty</translation>
    </message>
    <message>
        <source>没有这个条码 {code}。新建商品，或看看是不是扫了箱码</source>
        <translation>No such barcode {code}. Create the product, or see whether the case was scanned</translation>
    </message>
</context>
<context>
    <name>GrammarStrip</name>
    <message>
        <source>数量</source>
        <translation>Qty</translation>
    </message>
    <message>
        <source>改价</source>
        <translation>Change price</translation>
    </message>
    <message>
        <source>单品折扣</source>
        <translation>Item discount</translation>
    </message>
    <message>
        <source>/8折</source>
        <translation>/80</translation>
    </message>
    <message>
        <source>整单折扣</source>
        <translation>Order discount</translation>
    </message>
    <message>
        <source>//95折</source>
        <translation>//95</translation>
    </message>
    <message>
        <source>整单抹零</source>
        <translation>Round off</translation>
    </message>
    <message>
        <source>收现金</source>
        <translation>Take cash</translation>
    </message>
    <message>
        <source>会员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>退一件</source>
        <translation>Return one</translation>
    </message>
</context>
<context>
    <name>GuestCard</name>
    <message>
        <source>会员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>积分 {points}</source>
        <translation>Points {points}</translation>
    </message>
    <message>
        <source>储值 {value}</source>
        <translation>Stored {value}</translation>
    </message>
</context>
<context>
    <name>HeadingPage</name>
    <message>
        <source>表头在第几行</source>
        <translation>Row of the header</translation>
    </message>
    <message>
        <source>第 {row} 行</source>
        <translation>row {row}</translation>
    </message>
    <message>
        <source>按上次</source>
        <translation>as before</translation>
    </message>
    <message>
        <source>{headings} 都对到了“{field}”。只留一个</source>
        <translation>{headings} both mean “{field}”. Keep one</translation>
    </message>
    <message>
        <source>还没有一列对到“{fields}”。在右边选</source>
        <translation>No column means “{fields}” yet. Choose it at the right</translation>
    </message>
    <message>
        <source>表头对成我们的列</source>
        <translation>What the headings mean</translation>
    </message>
    <message>
        <source>表头在</source>
        <translation>Header in</translation>
    </message>
    <message>
        <source>表里的列</source>
        <translation>Column of the file</translation>
    </message>
    <message>
        <source>头几行</source>
        <translation>First values</translation>
    </message>
    <message>
        <source>导入成</source>
        <translation>Imported as</translation>
    </message>
    <message>
        <source>“{heading}”导入成</source>
        <translation>“{heading}” is imported as</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Not imported</translation>
    </message>
    <message>
        <source>认得，但程序不记</source>
        <translation>Known, but not kept</translation>
    </message>
    <message>
        <source>你选的</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>认出</source>
        <translation>known</translation>
    </message>
    <message>
        <source>不认得</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>不记</source>
        <translation>not kept</translation>
    </message>
    <message>
        <source>{count} 列里导入 {taken} 列</source>
        <translation>{taken} of {count} columns are imported</translation>
    </message>
</context>
<context>
    <name>HealthPane</name>
    <message>
        <source>还没核对账实</source>
        <translation>Books not checked yet</translation>
    </message>
    <message>
        <source>这个窗口里不能备份。用命令 jxc backup</source>
        <translation>This window cannot back up. Use the command jxc backup</translation>
    </message>
    <message numerus="yes">
        <source>%n 处不符</source>
        <translation>
            <numerusform>%n discrepancy</numerusform>
            <numerusform>%n discrepancies</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} 项全部通过</source>
        <translation>All {count} checks passed</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>哪里不符</source>
        <translation>What disagrees</translation>
    </message>
    <message>
        <source>用时</source>
        <translation>Time taken</translation>
    </message>
    <message>
        <source>{s:.2f} 秒</source>
        <translation>{s:.2f} s</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>账实一致</source>
        <translation>Books agree</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
</context>
<context>
    <name>HeldCard</name>
    <message>
        <source>挂单</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>空单按 F8 取单</source>
        <translation>F8 on an empty sale recalls</translation>
    </message>
    <message>
        <source>{count} 张</source>
        <translation>{count} held</translation>
    </message>
</context>
<context>
    <name>HeldSheet</name>
    <message>
        <source>取单</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>挂单的名字</source>
        <translation>Name of the held sale</translation>
    </message>
    <message>
        <source>作废“{name}”就找不回来了。再按一次 Del 作废</source>
        <translation>Voiding “{name}” cannot be undone. Press Del again to void it</translation>
    </message>
    <message>
        <source>取第几张</source>
        <translation>Recall number</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>收银的键</source>
        <translation>Keys of the till</translation>
    </message>
    <message>
        <source>再扫码即为 3 件；回车则改本行</source>
        <translation>The next scan is 3 pcs; Enter changes this line</translation>
    </message>
    <message>
        <source>本行退掉一件</source>
        <translation>Return one of this line</translation>
    </message>
    <message>
        <source>本行改价 9.50；后面接着扫，就按这个价卖</source>
        <translation>This line at 9.50; scan next to sell that at this price</translation>
    </message>
    <message>
        <source>本行 8 折，/8 /80 /0.8 都一样</source>
        <translation>20% off this line; /8 /80 /0.8 all mean it</translation>
    </message>
    <message>
        <source>/8折</source>
        <translation>/80</translation>
    </message>
    <message>
        <source>整单 95 折</source>
        <translation>5% off the sale</translation>
    </message>
    <message>
        <source>//95折</source>
        <translation>//95</translation>
    </message>
    <message>
        <source>整单减 5 元</source>
        <translation>5 yuan off the sale</translation>
    </message>
    <message>
        <source>整单抹零：抹分，再来抹角，再来取消</source>
        <translation>Round the sale: fen, again jiao, again off</translation>
    </message>
    <message>
        <source>叫出会员：手机、后四位、卡号、姓名；+- 不算会员</source>
        <translation>Member by phone, last four digits, card or name; +- for none</translation>
    </message>
    <message>
        <source>用 500 积分抵钱，+0p 不用</source>
        <translation>500 points as money, +0p for none</translation>
    </message>
    <message>
        <source>收现金 100，直接完成</source>
        <translation>Take 100 cash and finish at once</translation>
    </message>
</context>
<context>
    <name>HoldFlow</name>
    <message>
        <source>没有挂单。先扫商品，再按 F8 挂起来</source>
        <translation>Nothing is held. Scan products, then hold them with F8</translation>
    </message>
    <message>
        <source>先收完这张单，或按 F8 挂起来，再取别的</source>
        <translation>Finish this sale or hold it with F8, then recall another</translation>
    </message>
    <message>
        <source>已挂单。空单按 F8 取回</source>
        <translation>Held. F8 on an empty sale brings it back</translation>
    </message>
    <message>
        <source>屏幕上已有新商品，取的单放回了挂单</source>
        <translation>There are new products on the screen; the recalled sale went back to the held ones</translation>
    </message>
    <message>
        <source>“{right}”要店长授权</source>
        <translation>“{right}” needs the manager</translation>
    </message>
</context>
<context>
    <name>ImportPane</name>
    <message>
        <source>还在导入{title}。做完，或按 Esc 取消</source>
        <translation>{title} are still being imported. Finish that, or cancel it with Esc</translation>
    </message>
    <message>
        <source>正在写入。写完再关，或按 Esc 停下</source>
        <translation>It is being written. Close afterwards, or stop it with Esc</translation>
    </message>
    <message>
        <source>还在处理，等一下</source>
        <translation>Still at work, wait a moment</translation>
    </message>
    <message>
        <source>没有要写入的行：文件里的都已有，或都排除了</source>
        <translation>There is nothing to write: all rows are there already, or left out</translation>
    </message>
    <message>
        <source>已取消，什么也没有写入</source>
        <translation>Cancelled, nothing was written</translation>
    </message>
    <message>
        <source>接着导入</source>
        <translation>Go on importing</translation>
    </message>
    <message>
        <source>表格 ({files});;所有文件 (*)</source>
        <translation>Tables ({files});;All files (*)</translation>
    </message>
    <message>
        <source>选要导入的文件</source>
        <translation>Choose the file to import</translation>
    </message>
    <message>
        <source>预检完成：{rows} 行，用时 {seconds} 秒。还没有写入任何资料</source>
        <translation>Checked {rows} rows in {seconds} s. Nothing is written yet</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>排除</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>写入了 {count} 行</source>
        <translation>{count} rows were written</translation>
    </message>
    <message>
        <source>看列表</source>
        <translation>Show the list</translation>
    </message>
</context>
<context>
    <name>InvoiceForm</name>
    <message>
        <source>没开票的货</source>
        <translation>Goods not invoiced</translation>
    </message>
    <message>
        <source>发票合计</source>
        <translation>Invoiced</translation>
    </message>
    <message>
        <source>还没有供应商。填供应商的编号、名称或拼音</source>
        <translation>No supplier yet. Type the supplier&apos;s code, name or pinyin</translation>
    </message>
    <message>
        <source>选了供应商，没开票的货就列在下面。填数量和发票单价，差额自动核对。</source>
        <translation>Choose the supplier: goods not invoiced are listed below. Fill in quantity and invoice price; differences are checked.</translation>
    </message>
    <message>
        <source>新增应付</source>
        <translation>Newly payable</translation>
    </message>
    <message>
        <source>还没有开票的数量。填上数量，或按 Ctrl+Shift+A 全部开票</source>
        <translation>No invoiced quantity yet. Fill it in, or press Ctrl+Shift+A to invoice all</translation>
    </message>
    <message>
        <source>有一格还没填好。先改好</source>
        <translation>A cell is not right yet. Mend it first</translation>
    </message>
    <message>
        <source>还没有发票号码。照发票填上</source>
        <translation>No invoice number yet. Copy it from the invoice</translation>
    </message>
    <message>
        <source>供应商</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>发票号码</source>
        <translation>Invoice no.</translation>
    </message>
    <message>
        <source>发票类型</source>
        <translation>Invoice type</translation>
    </message>
    <message>
        <source>开票日期</source>
        <translation>Invoice date</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Business date</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 行已经开过票，去掉了</source>
        <translation>
            <numerusform>%n line was invoiced already and is left out</numerusform>
            <numerusform>%n lines were invoiced already and are left out</numerusform>
        </translation>
    </message>
    <message>
        <source>这个供应商没有等发票的入库</source>
        <translation>No receipt of this supplier waits for an invoice</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>其中税额</source>
        <translation>Tax included</translation>
    </message>
    <message>
        <source>与入库差额</source>
        <translation>Differs from receipt</translation>
    </message>
    <message>
        <source>没开票的单据</source>
        <translation>Documents without an invoice</translation>
    </message>
    <message>
        <source>同客户</source>
        <translation>As the customer</translation>
    </message>
    <message>
        <source>还没有客户。填客户，或直接写购方名称</source>
        <translation>No customer yet. Enter the customer, or just write the buyer&apos;s name</translation>
    </message>
    <message>
        <source>选了客户，没开票的单据就列在下面。零售单另起一行写单号；没有单据的写开票内容。</source>
        <translation>What waits for an invoice is listed below. A ticket: its number on a new line. No document: what it is for.</translation>
    </message>
    <message>
        <source>还没有开票金额。填上金额，或按 Ctrl+Shift+A 全部开票</source>
        <translation>Nothing to invoice yet. Enter an amount, or press Ctrl+Shift+A for everything</translation>
    </message>
    <message>
        <source>填开票日期</source>
        <translation>Enter the invoice date</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>购方名称</source>
        <translation>Buyer</translation>
    </message>
    <message>
        <source>红字冲销发票</source>
        <translation>Takes back invoice</translation>
    </message>
    <message>
        <source>这个客户的单据都开过票了</source>
        <translation>All documents of this customer are invoiced</translation>
    </message>
</context>
<context>
    <name>JournalForm</name>
    <message>
        <source>分录</source>
        <translation>Entry lines</translation>
    </message>
    <message numerus="yes">
        <source>行</source>
        <translation>
            <numerusform>line</numerusform>
            <numerusform>lines</numerusform>
        </translation>
    </message>
    <message>
        <source>有一格还没填好。改好再过账</source>
        <translation>One cell is not right yet. Correct it, then post</translation>
    </message>
    <message>
        <source>还没有一行。写摘要，再填科目</source>
        <translation>No line yet. Write a summary, then an account</translation>
    </message>
    <message>
        <source>其他行已经平了，没有差额</source>
        <translation>The other lines balance already; nothing is missing</translation>
    </message>
    <message>
        <source>{count} 行</source>
        <translation>Lines: {count}</translation>
    </message>
    <message>
        <source>平</source>
        <translation>balanced</translation>
    </message>
    <message>
        <source>贷</source>
        <translation>Cr</translation>
    </message>
    <message>
        <source>借</source>
        <translation>Dr</translation>
    </message>
    <message>
        <source>还差 {side} {amount}</source>
        <translation>missing {side} {amount}</translation>
    </message>
    <message>
        <source>填差额</source>
        <translation>Fill the difference</translation>
    </message>
    <message>
        <source>照抄上一行</source>
        <translation>Copy from above</translation>
    </message>
    <message>
        <source>模板</source>
        <translation>Templates</translation>
    </message>
</context>
<context>
    <name>JournalHeader</name>
    <message>
        <source>不填就用第一行的摘要</source>
        <translation>Left empty, the first line&apos;s summary is used</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>附单据数</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>总摘要</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>填凭证日期</source>
        <translation>Fill in the date of the voucher</translation>
    </message>
    <message>
        <source>附单据数要是整数</source>
        <translation>The number of attachments must be a whole number</translation>
    </message>
</context>
<context>
    <name>JournalPane</name>
    <message>
        <source>红字冲销</source>
        <translation>Reverse in red</translation>
    </message>
    <message>
        <source>过账的凭证不能作废，用红字冲销</source>
        <translation>A posted voucher cannot be voided; reverse it in red</translation>
    </message>
    <message>
        <source>过账</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>先按 Ctrl+N 写一张新的，再用模板</source>
        <translation>Press Ctrl+N for a new voucher first, then use a template</translation>
    </message>
    <message>
        <source>到期的模板：{names}。按 F3 填入</source>
        <translation>Templates due: {names}. F3 fills one in</translation>
    </message>
</context>
<context>
    <name>JournalPatterns</name>
    <message>
        <source>凭证模板</source>
        <translation>Voucher templates</translation>
    </message>
    <message>
        <source>模板名</source>
        <translation>Template name</translation>
    </message>
    <message>
        <source>隔几个月</source>
        <translation>Every (months)</translation>
    </message>
    <message>
        <source>存为模板</source>
        <translation>Keep as template</translation>
    </message>
    <message>
        <source>模板停用了。按 Ctrl+Shift+T 启用</source>
        <translation>The template is disabled. Press Ctrl+Shift+T to enable it</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>模板“{name}”已启用</source>
        <translation>Template “{name}” enabled</translation>
    </message>
    <message>
        <source>模板“{name}”已停用</source>
        <translation>Template “{name}” disabled</translation>
    </message>
    <message>
        <source>删除模板“{name}”</source>
        <translation>Delete template “{name}”</translation>
    </message>
    <message>
        <source>用它做过的凭证都留着</source>
        <translation>Vouchers made from it stay</translation>
    </message>
    <message>
        <source>删了不能找回，要用就重新存一个</source>
        <translation>It cannot be had back; keep a new one if you need it</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>模板“{name}”已删除</source>
        <translation>Template “{name}” deleted</translation>
    </message>
    <message>
        <source>模板已改为“{name}”</source>
        <translation>The template is now “{name}”</translation>
    </message>
    <message>
        <source>已存为模板“{name}”</source>
        <translation>Kept as template “{name}”</translation>
    </message>
    <message>
        <source>隔几个月要是整数，不定期写 0</source>
        <translation>The number of months must be a whole number; 0 for whenever it is wanted</translation>
    </message>
    <message>
        <source>还没有模板。写好凭证，在下面起个名字存起来。</source>
        <translation>No templates yet. Type a voucher, name it below and keep it.</translation>
    </message>
    <message>
        <source>填入</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>停用或启用</source>
        <translation>Disable or enable</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>快捷键</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>这一页</source>
        <translation>This page</translation>
    </message>
    <message>
        <source>整个窗口</source>
        <translation>Whole window</translation>
    </message>
</context>
<context>
    <name>KitForm</name>
    <message>
        <source>零件行</source>
        <translation>Lines of parts</translation>
    </message>
    <message>
        <source>拆什么</source>
        <translation>Takes apart</translation>
    </message>
    <message>
        <source>组装成</source>
        <translation>Makes</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>加工费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>费用怎么付</source>
        <translation>Fee from</translation>
    </message>
    <message>
        <source>欠供应商</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Business date</translation>
    </message>
    <message>
        <source>成本合计</source>
        <translation>Total cost</translation>
    </message>
    <message>
        <source>参考成本</source>
        <translation>Reference cost</translation>
    </message>
    <message>
        <source>还没有选商品。填编号、名称或拼音</source>
        <translation>No product yet. Type its code, name or initials</translation>
    </message>
    <message>
        <source>有一格还没填好。先改好</source>
        <translation>A cell is not right yet. Mend it first</translation>
    </message>
    <message>
        <source>数量要大于 0</source>
        <translation>The quantity must be above 0</translation>
    </message>
    <message>
        <source>写了费用，选欠哪个供应商，或换成付款账户</source>
        <translation>There is a fee: choose the supplier who is owed it, or an account that pays</translation>
    </message>
    <message>
        <source>还没有零件。在商品格填编号、拼音或扫码</source>
        <translation>No parts yet. Type a code or initials in the product cell, or scan</translation>
    </message>
    <message>
        <source>零件行改过，没有重列。F8 按组成重列</source>
        <translation>The lines were changed and stay as they are. F8 lists the parts anew</translation>
    </message>
    <message>
        <source>{product} 还没有写组成。直接写零件，或到“组成”里写好</source>
        <translation>No parts are kept for {product}. Write them here, or under Parts</translation>
    </message>
</context>
<context>
    <name>LabelCard</name>
    <message>
        <source>打一张标签</source>
        <translation>Print a label</translation>
    </message>
    <message>
        <source>设置…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>还没有试</source>
        <translation>Not tried yet</translation>
    </message>
    <message>
        <source>正在打…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>没有标签机，标签存成 PDF</source>
        <translation>No label printer: labels become PDF</translation>
    </message>
    <message>
        <source>送出去了。印偏了：换标签尺寸，或在标签机上校一次纸。一片空白：换 TSPL 或 ZPL</source>
        <translation>Sent. Off its place: another label size, or calibrate the printer. Blank: try TSPL or ZPL</translation>
    </message>
    <message>
        <source>看标签装好没有，盖子合上没有</source>
        <translation>Look whether labels are in and the lid is shut</translation>
    </message>
</context>
<context>
    <name>LabelPrinter</name>
    <message>
        <source>这里没有打印机。在工具 › 打印机 里设</source>
        <translation>There is no printer here. Set one in Tools › Printers</translation>
    </message>
    <message numerus="yes">
        <source>%n 张价签已送打印</source>
        <translation>
            <numerusform>%n label sent to the printer</numerusform>
            <numerusform>%n labels sent to the printer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelPrinterDialog</name>
    <message>
        <source>标签机</source>
        <translation>Label printer</translation>
    </message>
    <message>
        <source>没有标签机，存成 PDF，一张一页</source>
        <translation>No label printer, save as PDF, one to a page</translation>
    </message>
    <message>
        <source>没有标签机，存成 PDF，A4 拼版</source>
        <translation>No label printer, save as PDF, many on A4</translation>
    </message>
    <message>
        <source>TSPL（TSC、佳博、汉印等）</source>
        <translation>TSPL (TSC, Gprinter, HPRT and others)</translation>
    </message>
    <message>
        <source>ZPL（斑马）</source>
        <translation>ZPL (Zebra)</translation>
    </message>
    <message>
        <source>网口（192.168.1.50）</source>
        <translation>Network (192.168.1.50)</translation>
    </message>
    <message>
        <source>USB（0416:5011）</source>
        <translation>USB (0416:5011)</translation>
    </message>
    <message>
        <source>串口（COM3@9600）</source>
        <translation>Serial port (COM3@9600)</translation>
    </message>
    <message>
        <source>系统里的打印机（名称）</source>
        <translation>Printer of the system (name)</translation>
    </message>
    <message>
        <source>并口或设备（LPT1、/dev/usb/lp0）</source>
        <translation>Parallel port or device (LPT1, /dev/usb/lp0)</translation>
    </message>
    <message>
        <source>文件夹（存成指令文件）</source>
        <translation>Folder (keeps the commands as files)</translation>
    </message>
    <message>
        <source>价签和货架签从这里出去。只管这台电脑。</source>
        <translation>Shelf labels and price tags go out here. For this PC only.</translation>
    </message>
    <message>
        <source>怎么打</source>
        <translation>Print as</translation>
    </message>
    <message>
        <source>标签尺寸</source>
        <translation>Label size</translation>
    </message>
    <message>
        <source>怎么连</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>LandedForm</name>
    <message>
        <source>分摊到的商品</source>
        <translation>Goods it is spread over</translation>
    </message>
    <message>
        <source>单号或供应商，可以选几张</source>
        <translation>Number or supplier</translation>
    </message>
    <message>
        <source>费用合计</source>
        <translation>Total cost</translation>
    </message>
    <message>
        <source>还没有收款单位。先选入库单，或填承运人的编号、名称或拼音</source>
        <translation>There is no payee yet. Choose a receipt first, or type the carrier&apos;s code, name or initials</translation>
    </message>
    <message>
        <source>还没有入库单。在“入库单”格里选，可以选几张</source>
        <translation>There is no receipt yet. Choose one or several in “Receipt”</translation>
    </message>
    <message>
        <source>还没有费用金额。照账单填含税的金额</source>
        <translation>There is no cost yet. Type what the bill says, tax in it</translation>
    </message>
    <message>
        <source>入库单</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>收款单位</source>
        <translation>Payee</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>费用（含税）</source>
        <translation>Cost (with tax)</translation>
    </message>
    <message>
        <source>税率</source>
        <translation>Tax rate</translation>
    </message>
    <message>
        <source>发票</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>分摊方法</source>
        <translation>Spread by</translation>
    </message>
    <message>
        <source>记到</source>
        <translation>Booked to</translation>
    </message>
    <message>
        <source>结算方式</source>
        <translation>Settled by</translation>
    </message>
    <message>
        <source>选一张或几张入库单，填账单金额，下面就看到每行分摊多少。删掉一行就去掉那张入库单。</source>
        <translation>Choose one or several receipts and type the bill: below is what each line bears. Taking a line out takes its receipt out.</translation>
    </message>
    <message>
        <source>这张入库单已在下面</source>
        <translation>This receipt stands below already</translation>
    </message>
    <message>
        <source>在“分摊费用”列填每行的金额</source>
        <translation>Type the amount of each line under “Share”</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>其中税额</source>
        <translation>Tax in it</translation>
    </message>
    <message>
        <source>进库存</source>
        <translation>To stock</translation>
    </message>
    <message>
        <source>进当期</source>
        <translation>Current period</translation>
    </message>
</context>
<context>
    <name>LastPricesDock</name>
    <message>
        <source>光标停在商品上，这里就有最近几次的价。</source>
        <translation>Rest on a product and its latest prices appear here.</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Qty</translation>
    </message>
    <message>
        <source>单价</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>折扣</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>折</source>
        <translation>Disc.</translation>
    </message>
    <message>
        <source>这家还没有过这个商品的价。</source>
        <translation>This partner has had no price for this product.</translation>
    </message>
</context>
<context>
    <name>LedgerPane</name>
    <message>
        <source>编码、名称、拼音</source>
        <translation>Code, name, pinyin</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>科目</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>用过的</source>
        <translation>Used</translation>
    </message>
    <message>
        <source>全部科目</source>
        <translation>All accounts</translation>
    </message>
    <message numerus="yes">
        <source>个科目</source>
        <translation>
            <numerusform>account</numerusform>
            <numerusform>accounts</numerusform>
        </translation>
    </message>
    <message>
        <source>账上还没有发生额。过一张单，这里就有余额。</source>
        <translation>Nothing is booked yet. Post a document and balances appear here.</translation>
    </message>
    <message>
        <source>没有这样的科目。</source>
        <translation>No such account.</translation>
    </message>
</context>
<context>
    <name>LevelCard</name>
    <message>
        <source>会员级别卡片</source>
        <translation>Member level card</translation>
    </message>
    <message>
        <source>基本</source>
        <translation>Basics</translation>
    </message>
    <message>
        <source>新级别</source>
        <translation>New level</translation>
    </message>
    <message>
        <source>没有名称。填上名称</source>
        <translation>The name is missing. Fill it in</translation>
    </message>
    <message>
        <source>价格</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>折扣</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>如 95折，不填就不打折</source>
        <translation>Like 5% off; empty takes nothing off</translation>
    </message>
    <message>
        <source>每元积分</source>
        <translation>Points per yuan</translation>
    </message>
    <message>
        <source>付 1 元得几分，0 就不积分</source>
        <translation>Points for a yuan paid; 0 gives none</translation>
    </message>
</context>
<context>
    <name>LevelPane</name>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>价格</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>折扣</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>每元积分</source>
        <translation>Points per yuan</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message numerus="yes">
        <source>级</source>
        <translation>
            <numerusform>level</numerusform>
            <numerusform>levels</numerusform>
        </translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>还没有会员级别。按 Ctrl+N 新建</source>
        <translation>No member levels yet. Ctrl+N makes one</translation>
    </message>
</context>
<context>
    <name>LineFiller</name>
    <message>
        <source>已带出上次的单价 {price}（{day}）。F3 看最近几次</source>
        <translation>Last price {price} ({day}) filled in. F3 shows the latest ones</translation>
    </message>
    <message>
        <source>扫码 {name}</source>
        <translation>Scan {name}</translation>
    </message>
    <message>
        <source>扫序列号 {code}</source>
        <translation>Scan serial number {code}</translation>
    </message>
    <message>
        <source>{name} 第 {count} 个序列号 {code}</source>
        <translation>{name}: serial number {count}, {code}</translation>
    </message>
    <message>
        <source>序列号 {code} 已经扫过了，在第 {row} 行</source>
        <translation>Serial number {code} was scanned already, in line {row}</translation>
    </message>
    <message>
        <source>扫到 {name}，第 {row} 行加 {more} {unit}</source>
        <translation>Scanned {name}: {more} {unit} more in line {row}</translation>
    </message>
    <message>
        <source>有 {count} 行没有这样的商品，没有粘贴：{names}</source>
        <translation>{count} lines name no known product and were not pasted: {names}</translation>
    </message>
</context>
<context>
    <name>LineOperations</name>
    <message>
        <source>插入一行</source>
        <translation>Insert line</translation>
    </message>
    <message>
        <source>删第 {row} 行</source>
        <translation>Delete line {row}</translation>
    </message>
    <message>
        <source>已删第 {row} 行。Ctrl+Z 撤销</source>
        <translation>Line {row} deleted. Ctrl+Z undoes it</translation>
    </message>
    <message>
        <source>移动第 {row} 行</source>
        <translation>Move line {row}</translation>
    </message>
    <message>
        <source>照抄上一行的{column}</source>
        <translation>{column} copied from the line above</translation>
    </message>
    <message>
        <source>已撤销：{step}</source>
        <translation>Undone: {step}</translation>
    </message>
    <message>
        <source>已重做：{step}</source>
        <translation>Redone: {step}</translation>
    </message>
</context>
<context>
    <name>LinesForm</name>
    <message>
        <source>有一格还没填好。先改好</source>
        <translation>A cell is not right yet. Mend it first</translation>
    </message>
    <message>
        <source>第 {row} 行：{reason}</source>
        <translation>Line {row}: {reason}</translation>
    </message>
</context>
<context>
    <name>ListEditorPane</name>
    <message>
        <source>先选一行</source>
        <translation>Choose a row first</translation>
    </message>
    <message>
        <source>{name} 已保存</source>
        <translation>{name} saved</translation>
    </message>
    <message>
        <source>{name} 已启用</source>
        <translation>{name} enabled</translation>
    </message>
    <message>
        <source>{name} 已停用</source>
        <translation>{name} disabled</translation>
    </message>
</context>
<context>
    <name>LoginDialog</name>
    <message>
        <source>登录 {shop}</source>
        <translation>Log in to {shop}</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>恢复码</source>
        <translation>Recovery codes</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>再输一次新密码</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>忘了密码</source>
        <translation>Forgot password</translation>
    </message>
    <message>
        <source>用恢复码设新密码</source>
        <translation>Set a new password by recovery code</translation>
    </message>
    <message>
        <source>返回登录</source>
        <translation>Back to login</translation>
    </message>
    <message>
        <source>练习</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>恢复码（设密码时抄下的十个之一）</source>
        <translation>Recovery code (one of the ten copied when the password was set)</translation>
    </message>
    <message>
        <source>新密码（至少 8 位）</source>
        <translation>New password (8 characters or more)</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>先选一个人，或输入登录名</source>
        <translation>Choose a person first, or type a login</translation>
    </message>
    <message>
        <source>两次输入的新密码不一样。再输一次</source>
        <translation>The new passwords differ. Type them again</translation>
    </message>
</context>
<context>
    <name>LossForm</name>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Business date</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>LossPane</name>
    <message>
        <source>这张没有挂着待处理的金额</source>
        <translation>Nothing of this one waits to be resolved</translation>
    </message>
</context>
<context>
    <name>ManualPane</name>
    <message>
        <source>在手册里找</source>
        <translation>Find in the manual</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>手册</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>这里要别的权限，打不开。换有权限的人登录</source>
        <translation>You have no right to open this. Somebody with the right logs in</translation>
    </message>
    <message>
        <source>这里没有打印机。在工具 › 打印机 里设</source>
        <translation>There is no printer here. Set one up under Tools › Printers</translation>
    </message>
</context>
<context>
    <name>MarginDock</name>
    <message>
        <source>写销售单时，这里有它的毛利。</source>
        <translation>While a sale is written, its profit appears here.</translation>
    </message>
    <message>
        <source>毛利</source>
        <translation>Gross profit</translation>
    </message>
    <message>
        <source>毛利率</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>最薄的一行：{name} {rate}</source>
        <translation>Thinnest line: {name} {rate}</translation>
    </message>
    <message numerus="yes">
        <source>%n 行</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>不含税销售额</source>
        <translation>Net sales</translation>
    </message>
    <message>
        <source>成本</source>
        <translation>Cost</translation>
    </message>
</context>
<context>
    <name>MatrixEntry</name>
    <message>
        <source>灰的数是可用库存。方向键走格，Enter 下一格，F12 添到单里。</source>
        <translation>Grey figures are what is available. Arrows walk, Enter goes on, F12 puts them into the document.</translation>
    </message>
    <message>
        <source>添到单里</source>
        <translation>Into the document</translation>
    </message>
    <message>
        <source>不添</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>{count} 种，共 {total}</source>
        <translation>{count} variants, {total} in all</translation>
    </message>
</context>
<context>
    <name>MemberCard</name>
    <message>
        <source>会员卡片</source>
        <translation>Member card</translation>
    </message>
    <message>
        <source>基本</source>
        <translation>Basics</translation>
    </message>
    <message>
        <source>新会员</source>
        <translation>New member</translation>
    </message>
    <message>
        <source>保存时按姓名生成</source>
        <translation>Made from the name when saved</translation>
    </message>
    <message>
        <source>没有姓名。填上姓名</source>
        <translation>The name is missing. Fill it in</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>卡号</source>
        <translation>Card no.</translation>
    </message>
    <message>
        <source>不填就接着往下编</source>
        <translation>Empty takes the next</translation>
    </message>
    <message>
        <source>生日</source>
        <translation>Birthday</translation>
    </message>
    <message>
        <source>如 1990-05-20</source>
        <translation>Like 1990-05-20</translation>
    </message>
    <message>
        <source>入会</source>
        <translation>Joined</translation>
    </message>
    <message>
        <source>不填就是今天</source>
        <translation>Empty is today</translation>
    </message>
    <message>
        <source>助记码</source>
        <translation>Pinyin</translation>
    </message>
</context>
<context>
    <name>MemberFlow</name>
    <message>
        <source>会员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>选会员</source>
        <translation>Choose a member</translation>
    </message>
    <message>
        <source>没有找到会员 {text}。核对号码，或到会员里新建</source>
        <translation>No member {text}. Check the number, or make one in Members</translation>
    </message>
    <message>
        <source>这张小票不算会员了</source>
        <translation>This ticket is no member&apos;s now</translation>
    </message>
    <message>
        <source>会员 {name}，{level}</source>
        <translation>Member {name}, {level}</translation>
    </message>
</context>
<context>
    <name>MemberPane</name>
    <message>
        <source>卡号</source>
        <translation>Card no.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>生日</source>
        <translation>Birthday</translation>
    </message>
    <message>
        <source>入会</source>
        <translation>Joined</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message numerus="yes">
        <source>人</source>
        <translation>
            <numerusform>member</numerusform>
            <numerusform>members</numerusform>
        </translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>所有级别</source>
        <translation>All levels</translation>
    </message>
    <message>
        <source>还没有会员。写第一个只要姓名和手机；有会员表就从“导入”进来。</source>
        <translation>No members yet. The first needs a name and a phone; a list comes in with Import.</translation>
    </message>
    <message>
        <source>姓名、手机、生日、备注、卡号都抹掉，找不回来</source>
        <translation>Name, phone, birthday, remark and card number go for good</translation>
    </message>
    <message>
        <source>买过什么、积分怎么来的还在，只是不知道是谁</source>
        <translation>What was bought and how points came stays, but not by whom</translation>
    </message>
    <message>
        <source>卡停用；卡上还有储值的，先退</source>
        <translation>The card goes out of use; stored value is refunded first</translation>
    </message>
    <message>
        <source>抹去 {name}</source>
        <translation>Forget {name}</translation>
    </message>
    <message>
        <source>抹去</source>
        <translation>Forget</translation>
    </message>
    <message>
        <source>已抹去</source>
        <translation>Forgotten</translation>
    </message>
</context>
<context>
    <name>MemberSheet</name>
    <message>
        <source>会员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>卡号、手机、手机后四位、姓名或拼音</source>
        <translation>Card, phone, last four digits, name or pinyin</translation>
    </message>
    <message>
        <source>选择</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>叫到小票上</source>
        <translation>Onto the ticket</translation>
    </message>
    <message>
        <source>不算会员</source>
        <translation>No member</translation>
    </message>
</context>
<context>
    <name>MessageHistory</name>
    <message>
        <source>今天的消息</source>
        <translation>Today&apos;s messages</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>消息</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>今天的消息  Ctrl+Shift+M</source>
        <translation>Today&apos;s messages  Ctrl+Shift+M</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>MoneyAccountPane</name>
    <message>
        <source>钱放在哪里：现金、银行、微信……每个对应一个科目。改一格就保存一格。</source>
        <translation>Where money lies: cash, bank, WeChat… each with its ledger account. Each cell is saved as it changes.</translation>
    </message>
    <message>
        <source>余额</source>
        <translation>Balance</translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message>
        <source>资金</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message numerus="yes">
        <source>应付账款 %n 户</source>
        <translation>
            <numerusform>Payables to %n firm</numerusform>
            <numerusform>Payables to %n firms</numerusform>
        </translation>
    </message>
    <message>
        <source>账户</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>余额</source>
        <translation>Balance</translation>
    </message>
</context>
<context>
    <name>MoneyListPane</name>
    <message>
        <source>往来单位</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>还没有这种单据。</source>
        <translation>No documents of this kind yet.</translation>
    </message>
</context>
<context>
    <name>MoneyPane</name>
    <message>
        <source>这种单据没有要核销的单</source>
        <translation>This kind of document settles nothing</translation>
    </message>
</context>
<context>
    <name>NewGoodsSheet</name>
    <message>
        <source>新建商品</source>
        <translation>New product</translation>
    </message>
    <message>
        <source>新建并加到小票</source>
        <translation>Create and add</translation>
    </message>
    <message>
        <source>个</source>
        <translation>pcs</translation>
    </message>
    <message>
        <source>先写完这件商品，或按 Esc 返回再扫</source>
        <translation>Finish this product first, or press Esc to go back and scan</translation>
    </message>
    <message>
        <source>写上商品名称</source>
        <translation>Write the product&apos;s name</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>零售价</source>
        <translation>Retail price</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>Next field</translation>
    </message>
    <message>
        <source>是已有商品的条码，绑定</source>
        <translation>Belongs to a known product</translation>
    </message>
</context>
<context>
    <name>NewShopDialog</name>
    <message>
        <source>新建账套</source>
        <translation>New book set</translation>
    </message>
    <message>
        <source>我的店</source>
        <translation>My shop</translation>
    </message>
    <message>
        <source>小规模纳税人</source>
        <translation>Small-scale taxpayer</translation>
    </message>
    <message>
        <source>一般纳税人</source>
        <translation>General taxpayer</translation>
    </message>
    <message>
        <source>移动加权平均</source>
        <translation>Moving average</translation>
    </message>
    <message>
        <source>先进先出</source>
        <translation>First in, first out</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>进销存备份</source>
        <translation>jxc backups</translation>
    </message>
    <message>
        <source>这家店</source>
        <translation>This shop</translation>
    </message>
    <message>
        <source>店名印在小票和单据上。纳税人类型决定税怎么算，开始月份之前的账用期初录入。</source>
        <translation>The shop&apos;s name is printed on receipts and documents. The kind of taxpayer decides how tax is worked out; what came before the first month is entered as opening balances.</translation>
    </message>
    <message>
        <source>店名</source>
        <translation>Shop name</translation>
    </message>
    <message>
        <source>纳税人</source>
        <translation>Taxpayer</translation>
    </message>
    <message>
        <source>卖出的货成本怎么算</source>
        <translation>Cost of goods sold by</translation>
    </message>
    <message>
        <source>从哪个月开始记账</source>
        <translation>First month of the books</translation>
    </message>
    <message>
        <source>账套文件放在</source>
        <translation>Book set file</translation>
    </message>
    <message>
        <source>老板的密码</source>
        <translation>Owner&apos;s password</translation>
    </message>
    <message>
        <source>登录名是 owner。不设密码，谁拿到这台电脑都能看账；以后也能设。</source>
        <translation>The login is owner. Without a password, whoever has this computer can read the books; it can be set later too.</translation>
    </message>
    <message>
        <source>备份放哪里</source>
        <translation>Where backups go</translation>
    </message>
    <message>
        <source>每 4 小时和关店时自动备份，并当场验证能恢复。最好放在另一块盘或 U 盘上。</source>
        <translation>Every 4 hours and at closing a backup is made and proved restorable on the spot. Another disk or a USB stick is best.</translation>
    </message>
    <message>
        <source>备份文件夹</source>
        <translation>Backup folder</translation>
    </message>
    <message>
        <source>建账套</source>
        <translation>Create book set</translation>
    </message>
</context>
<context>
    <name>NoteCounter</name>
    <message>
        <source>张</source>
        <translation>notes</translation>
    </message>
    <message>
        <source>{jiao} 角</source>
        <translation>{jiao} jiao</translation>
    </message>
    <message>
        <source>{yuan} 元</source>
        <translation>{yuan} yuan</translation>
    </message>
    <message>
        <source>{note} 张数</source>
        <translation>Number of {note}</translation>
    </message>
</context>
<context>
    <name>NotesDock</name>
    <message>
        <source>加一句补注</source>
        <translation>Add a note</translation>
    </message>
    <message>
        <source>写一句，回车</source>
        <translation>Write a sentence, Enter</translation>
    </message>
    <message>
        <source>过账以后想补一句，写在这里。草稿的备注直接写在单上。</source>
        <translation>What is to be added after posting goes here. A draft takes its remark on the document itself.</translation>
    </message>
    <message>
        <source>还没有补注。</source>
        <translation>No notes yet.</translation>
    </message>
    <message numerus="yes">
        <source>%n 条</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Office</name>
    <message>
        <source>账套还没有密码，谁打开这台电脑都能看账</source>
        <translation>The book set has no password yet; whoever opens this computer can read the books</translation>
    </message>
    <message>
        <source>设密码</source>
        <translation>Set password</translation>
    </message>
    <message>
        <source>正在关店：做最后一次备份</source>
        <translation>Closing: making the last backup</translation>
    </message>
    <message>
        <source>账套还没有密码，锁不了。先设密码</source>
        <translation>The book set has no password yet and cannot be locked. Set one first</translation>
    </message>
</context>
<context>
    <name>OpenShiftSheet</name>
    <message>
        <source>开班</source>
        <translation>Open shift</translation>
    </message>
    <message>
        <source>开班收银</source>
        <translation>Open shift</translation>
    </message>
    <message>
        <source>还没有开班。先开班再扫商品</source>
        <translation>No shift is open. Open one, then scan</translation>
    </message>
    <message>
        <source>备用金</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>数一数钱箱里的备用金。没有就直接按 F12。</source>
        <translation>Count the float in the drawer. If there is none, press F12.</translation>
    </message>
    <message>
        <source>下一种面额</source>
        <translation>Next denomination</translation>
    </message>
</context>
<context>
    <name>OpenShopDialog</name>
    <message>
        <source>开账套</source>
        <translation>Open book set</translation>
    </message>
    <message>
        <source>最近的账套</source>
        <translation>Recent book sets</translation>
    </message>
    <message>
        <source>还没有开过账套。新建一个，或打开别处拿来的文件。</source>
        <translation>No book set yet. Make a new one, or open a file from elsewhere.</translation>
    </message>
    <message>
        <source>新建账套</source>
        <translation>New book set</translation>
    </message>
    <message>
        <source>打开文件…</source>
        <translation>Open file…</translation>
    </message>
    <message>
        <source>从备份恢复…</source>
        <translation>Restore from backup…</translation>
    </message>
    <message>
        <source>从列表去掉</source>
        <translation>Remove from list</translation>
    </message>
    <message>
        <source>进销存</source>
        <translation>jxc</translation>
    </message>
    <message>
        <source>选一个账套，或新建一个。</source>
        <translation>Choose a book set, or make a new one.</translation>
    </message>
    <message>
        <source>{path} 不在那里了</source>
        <translation>{path} is no longer there</translation>
    </message>
    <message>
        <source>打开账套</source>
        <translation>Open book set</translation>
    </message>
    <message>
        <source>选一份备份</source>
        <translation>Choose a backup</translation>
    </message>
</context>
<context>
    <name>OpeningCard</name>
    <message>
        <source>打开 {shop}</source>
        <translation>Open {shop}</translation>
    </message>
    <message>
        <source>正在打开账套</source>
        <translation>Opening the book set</translation>
    </message>
</context>
<context>
    <name>OpeningPane</name>
    <message>
        <source>期初已经锁住了</source>
        <translation>The openings are locked already</translation>
    </message>
    <message>
        <source>期初已平，这里的单据都锁住</source>
        <translation>The openings balance; all documents here are locked</translation>
    </message>
    <message>
        <source>以后不能再录期初，也不能红冲期初</source>
        <translation>From then on no opening is entered or reversed</translation>
    </message>
    <message>
        <source>启用账套</source>
        <translation>Open the books</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>Open the books</translation>
    </message>
    <message>
        <source>先选一张没有红冲过的期初单</source>
        <translation>Choose an opening that was not reversed</translation>
    </message>
    <message>
        <source>红冲 {number}</source>
        <translation>Reverse {number}</translation>
    </message>
    <message>
        <source>生成一张红字期初单，数量和金额与 {number} 相反</source>
        <translation>A red opening is made, the opposite of {number} in quantity and amount</translation>
    </message>
    <message>
        <source>红冲</source>
        <translation>Reverse</translation>
    </message>
    <message>
        <source>红冲原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>期初</source>
        <translation>Openings</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>期初库存</source>
        <translation>Opening stock</translation>
    </message>
    <message>
        <source>期初应收</source>
        <translation>Opening receivables</translation>
    </message>
    <message>
        <source>期初应付</source>
        <translation>Opening payables</translation>
    </message>
    <message>
        <source>科目期初</source>
        <translation>Opening balances</translation>
    </message>
    <message>
        <source>还没有期初单。按 Ctrl+N 导入。</source>
        <translation>There are no openings yet. Press Ctrl+N to import some.</translation>
    </message>
    <message>
        <source>已启用，期初锁住了。</source>
        <translation>The books are open, the openings locked.</translation>
    </message>
    <message>
        <source>期初平了。核对过，按 F12 启用。</source>
        <translation>The openings balance. When compared, press F12 to open the books.</translation>
    </message>
    <message>
        <source>借方</source>
        <translation>debit</translation>
    </message>
    <message>
        <source>贷方</source>
        <translation>credit</translation>
    </message>
    <message>
        <source>0001 期初平衡还有{side}余额 {amount}，补录资金、资本或往来。</source>
        <translation>0001 still has a {side} balance of {amount}: enter what is missing of money, capital or debts.</translation>
    </message>
    <message>
        <source>{number} 已红冲，红字单 {red}</source>
        <translation>{number} is reversed by {red}</translation>
    </message>
</context>
<context>
    <name>OrderLifePane</name>
    <message>
        <source>已提交，等审核</source>
        <translation>Submitted, waits for approval</translation>
    </message>
    <message>
        <source>关闭原因</source>
        <translation>Why closed</translation>
    </message>
    <message>
        <source>只有已审核的单能反审核</source>
        <translation>Only what is approved can be un-approved</translation>
    </message>
    <message>
        <source>只有已审核的单能关闭</source>
        <translation>Only what is approved can be closed</translation>
    </message>
    <message>
        <source>只有已关闭的单能重新打开</source>
        <translation>Only what is closed can be reopened</translation>
    </message>
    <message>
        <source>{number} 已重新打开</source>
        <translation>{number} is reopened</translation>
    </message>
    <message>
        <source>已审核的单先反审核，再作废</source>
        <translation>It is approved. Un-approve it, then void it</translation>
    </message>
    <message>
        <source>{who} 制单，{poster} 审核</source>
        <translation>Made by {who}, approved by {poster}</translation>
    </message>
    <message>
        <source>；已关闭：{reason}</source>
        <translation>; closed: {reason}</translation>
    </message>
    <message>
        <source>没有“{action}”的权限。让有权的人来做</source>
        <translation>No right to “{action}”. Ask somebody with the right</translation>
    </message>
    <message>
        <source>{number} 已关闭。先重新打开</source>
        <translation>{number} is closed. Reopen it first</translation>
    </message>
    <message>
        <source>{number} 已作废</source>
        <translation>{number} is voided</translation>
    </message>
    <message>
        <source>{number} 已全部执行，没有余下的</source>
        <translation>{number} is carried out in full, nothing is left</translation>
    </message>
    <message>
        <source>没有审核这种单据的权限</source>
        <translation>No right to approve such documents</translation>
    </message>
    <message>
        <source>余下的不再执行，也不再占用库存</source>
        <translation>The rest is not carried out and reserves no stock</translation>
    </message>
    <message>
        <source>余下的不再执行</source>
        <translation>The rest will not be carried out</translation>
    </message>
    <message>
        <source>以后可以重新打开</source>
        <translation>It can be reopened later</translation>
    </message>
    <message>
        <source>关闭 {number} 的余量</source>
        <translation>Close the rest of {number}</translation>
    </message>
    <message>
        <source>关闭余量</source>
        <translation>Close rest</translation>
    </message>
    <message>
        <source>{number} 已关闭</source>
        <translation>{number} is closed</translation>
    </message>
    <message>
        <source>{number} 作废，单号不再使用</source>
        <translation>{number} is voided; its number is not used again</translation>
    </message>
    <message>
        <source>不再占用库存，也不能恢复</source>
        <translation>It reserves no stock and cannot come back</translation>
    </message>
    <message>
        <source>作废 {number}</source>
        <translation>Void {number}</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>已反审核。改好后 F12 再审核，单号不变</source>
        <translation>Un-approved. Mend it, then approve with F12; it keeps its number</translation>
    </message>
</context>
<context>
    <name>OrderPane</name>
    <message>
        <source>有了单号才能存 PDF</source>
        <translation>A PDF needs a number first</translation>
    </message>
</context>
<context>
    <name>OtherForm</name>
    <message>
        <source>来源科目</source>
        <translation>From account</translation>
    </message>
    <message>
        <source>去处科目</source>
        <translation>To account</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Business date</translation>
    </message>
    <message>
        <source>视同销售</source>
        <translation>Deemed sale</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>PagesDialog</name>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>第 {page} 页，共 {count} 页</source>
        <translation>Page {page} of {count}</translation>
    </message>
</context>
<context>
    <name>PaidWays</name>
    <message>
        <source>加一个账户</source>
        <translation>Add an account</translation>
    </message>
    <message>
        <source>结算账户</source>
        <translation>Money account</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
</context>
<context>
    <name>PaperFoot</name>
    <message>
        <source>全额</source>
        <translation>In full</translation>
    </message>
    <message>
        <source>价税合计</source>
        <translation>Total incl. tax</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>整单优惠</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>其中税额</source>
        <translation>Tax included</translation>
    </message>
</context>
<context>
    <name>PaperForm</name>
    <message>
        <source>商品行</source>
        <translation>Product lines</translation>
    </message>
    <message>
        <source>有一格还没填好。先改好</source>
        <translation>A cell is not right yet. Mend it first</translation>
    </message>
    <message>
        <source>填业务日期</source>
        <translation>Fill in the business date</translation>
    </message>
    <message>
        <source>还没有填数量。在要的行填上数量</source>
        <translation>No quantity yet. Fill it in on the lines you want</translation>
    </message>
    <message>
        <source>还没有商品。在商品格填编号、拼音或扫码</source>
        <translation>No products yet. Type a code or pinyin in the product cell, or scan</translation>
    </message>
    <message>
        <source>第 {row} 行：{reason}</source>
        <translation>Line {row}: {reason}</translation>
    </message>
    <message>
        <source>没有数量</source>
        <translation>There is no quantity</translation>
    </message>
    <message>
        <source>没有单价</source>
        <translation>no price</translation>
    </message>
    <message numerus="yes">
        <source>共 %n 行</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>赊销</source>
        <translation>On credit</translation>
    </message>
    <message>
        <source>含税单价</source>
        <translation>Gross price</translation>
    </message>
    <message>
        <source>不含税单价</source>
        <translation>Net price</translation>
    </message>
    <message>
        <source>整单优惠</source>
        <translation>Order discount</translation>
    </message>
</context>
<context>
    <name>PaperHeader</name>
    <message>
        <source>含税</source>
        <translation>With tax</translation>
    </message>
    <message>
        <source>不含税</source>
        <translation>Without tax</translation>
    </message>
    <message>
        <source>单价含税不含税</source>
        <translation>Prices with or without tax</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Business date</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>原单</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>结算方式</source>
        <translation>Settlement</translation>
    </message>
</context>
<context>
    <name>PaperLinks</name>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>下游</source>
        <translation>Led to</translation>
    </message>
    <message numerus="yes">
        <source>%n 张</source>
        <translation>
            <numerusform>%n doc</numerusform>
            <numerusform>%n docs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperListPane</name>
    <message numerus="yes">
        <source>张</source>
        <translation>
            <numerusform>document</numerusform>
            <numerusform>documents</numerusform>
        </translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>单号、往来单位、备注</source>
        <translation>Number, partner, note</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>这张在等审核。打开后撤回，再作废草稿</source>
        <translation>This one waits for approval. Open it, withdraw it, then void the draft</translation>
    </message>
    <message>
        <source>这张已过账，不能作废。打开后用红冲</source>
        <translation>This one is posted and cannot be voided. Open it and reverse it</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>价税合计</source>
        <translation>Total incl. tax</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>全部状态</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>没有符合筛选的单据。</source>
        <translation>No document fits the filters.</translation>
    </message>
    <message>
        <source>草稿已作废</source>
        <translation>Draft voided</translation>
    </message>
</context>
<context>
    <name>PaperPrinter</name>
    <message>
        <source>存到哪个文件夹</source>
        <translation>Save to which folder</translation>
    </message>
    <message>
        <source>存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>已存到 {path}</source>
        <translation>Saved to {path}</translation>
    </message>
    <message>
        <source>这里没有打印机。在工具 › 打印机 里设</source>
        <translation>There is no printer here. Set one up under Tools › Printers</translation>
    </message>
    <message>
        <source>{paper} 已设为这种单据的纸</source>
        <translation>{paper} is now the paper of this kind of document</translation>
    </message>
</context>
<context>
    <name>PaperReversal</name>
    <message>
        <source>没有红冲的权限。让有权的人来做，或按 Ctrl+N 写下一张</source>
        <translation>You have no right to reverse. Somebody with the right does it; or write the next one with Ctrl+N</translation>
    </message>
    <message>
        <source>红字单不能再红冲。Ctrl+N 写下一张</source>
        <translation>A reversal cannot be reversed. Ctrl+N writes the next one</translation>
    </message>
    <message>
        <source>这张单已由 {number} 红冲</source>
        <translation>This document is reversed by {number}</translation>
    </message>
    <message>
        <source>生成一张红字单，数量和金额与 {number} 相反</source>
        <translation>Makes a reversal with the quantities and amounts of {number} negated</translation>
    </message>
    <message>
        <source>库存、往来和收付款都退回到没有这张单的样子</source>
        <translation>Stock, debts and payments go back to how they were without it</translation>
    </message>
    <message>
        <source>凭证用红字冲销，原凭证保留</source>
        <translation>The voucher is cancelled in red; the original voucher stays</translation>
    </message>
    <message>
        <source>红冲 {number}</source>
        <translation>Reversal of {number}</translation>
    </message>
    <message>
        <source>红冲</source>
        <translation>Reversal</translation>
    </message>
    <message>
        <source>红冲原因</source>
        <translation>Reason for the reversal</translation>
    </message>
    <message>
        <source>打开红字单</source>
        <translation>Open the reversal</translation>
    </message>
    <message>
        <source>复制改正</source>
        <translation>Copy and correct</translation>
    </message>
    <message>
        <source>{number} 已红冲，红字单 {red}</source>
        <translation>{number} reversed by {red}</translation>
    </message>
</context>
<context>
    <name>PaperTitle</name>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>PaperTyping</name>
    <message>
        <source>没有新建商品的权限。让有权的人来建</source>
        <translation>You have no right to create products. Somebody with the right does it</translation>
    </message>
    <message>
        <source>新建商品</source>
        <translation>New product</translation>
    </message>
    <message>
        <source>没有“{code}”这个商品或条码。新建，或看看是不是扫了箱码</source>
        <translation>No product or barcode “{code}”. Create it, or see whether the case was scanned</translation>
    </message>
</context>
<context>
    <name>PartnerCard</name>
    <message>
        <source>新客户</source>
        <translation>New customer</translation>
    </message>
    <message>
        <source>新供应商</source>
        <translation>New supplier</translation>
    </message>
    <message>
        <source>保存时按名称生成</source>
        <translation>Made from the name on saving</translation>
    </message>
    <message>
        <source>没有名称。填上名称</source>
        <translation>There is no name. Fill it in</translation>
    </message>
    <message>
        <source>客户卡片</source>
        <translation>Customer card</translation>
    </message>
    <message>
        <source>供应商卡片</source>
        <translation>Supplier card</translation>
    </message>
    <message>
        <source>基本</source>
        <translation>Basics</translation>
    </message>
    <message>
        <source>结算</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <source>开票</source>
        <translation>Invoicing</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>不填就接着往下编</source>
        <translation>Empty: the next number</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>简称</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>助记码</source>
        <translation>Mnemonic</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>传真</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>账期</source>
        <translation>Credit days</translation>
    </message>
    <message>
        <source>天数，不填就是当天</source>
        <translation>Days; empty means the same day</translation>
    </message>
    <message>
        <source>信用额度</source>
        <translation>Credit limit</translation>
    </message>
    <message>
        <source>不填就不限</source>
        <translation>Empty: no limit</translation>
    </message>
    <message>
        <source>价格等级</source>
        <translation>Price level</translation>
    </message>
    <message>
        <source>单据上没写就是他</source>
        <translation>Where a document names nobody</translation>
    </message>
    <message>
        <source>业务员</source>
        <translation>Salesperson</translation>
    </message>
    <message>
        <source>登录名，空着大家都能看到</source>
        <translation>Login names; empty: everybody sees it</translation>
    </message>
    <message>
        <source>分配给</source>
        <translation>Assigned to</translation>
    </message>
    <message>
        <source>税号</source>
        <translation>Tax no.</translation>
    </message>
    <message>
        <source>开户行</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>Account no.</translation>
    </message>
    <message>
        <source>通常给</source>
        <translation>Usually gets</translation>
    </message>
    <message>
        <source>零售价</source>
        <translation>Retail price</translation>
    </message>
    <message>
        <source>批发价</source>
        <translation>Wholesale price</translation>
    </message>
    <message>
        <source>会员价</source>
        <translation>Member price</translation>
    </message>
    <message>
        <source>等级价 1</source>
        <translation>Price level 1</translation>
    </message>
    <message>
        <source>等级价 2</source>
        <translation>Price level 2</translation>
    </message>
    <message>
        <source>等级价 3</source>
        <translation>Price level 3</translation>
    </message>
    <message>
        <source>按公司设置</source>
        <translation>As set for the company</translation>
    </message>
    <message>
        <source>专用发票</source>
        <translation>Special VAT invoice</translation>
    </message>
    <message>
        <source>普通发票</source>
        <translation>Ordinary invoice</translation>
    </message>
    <message>
        <source>不开票</source>
        <translation>No invoice</translation>
    </message>
    <message>
        <source>票随后到</source>
        <translation>Invoice to follow</translation>
    </message>
    <message>
        <source>通常给的发票</source>
        <translation>Usual invoice</translation>
    </message>
    <message>
        <source>校验位不对。对照营业执照</source>
        <translation>The check digit is wrong. Compare with the business licence</translation>
    </message>
</context>
<context>
    <name>PartnerPane</name>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>简称</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>税号</source>
        <translation>Tax no.</translation>
    </message>
    <message>
        <source>账期</source>
        <translation>Credit days</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>先选一家</source>
        <translation>Choose a firm first</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message numerus="yes">
        <source>家</source>
        <translation>
            <numerusform>partner</numerusform>
            <numerusform>partners</numerusform>
        </translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
</context>
<context>
    <name>PartnerPricePane</name>
    <message>
        <source>先选客户，这里是答应它的价格。</source>
        <translation>Choose a customer; the prices it was promised stand here.</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>还没有答应过它价格，按客户等级卖。在商品格填商品就答应一个。</source>
        <translation>No prices promised yet: it buys at the prices of its level. Enter goods to promise one.</translation>
    </message>
    <message>
        <source>{count} 条。同一商品有几条时，开始得最晚的算；没答应的按客户等级。</source>
        <translation>{count} promises. Of several for one product the latest counts; other goods follow the customer’s level.</translation>
    </message>
    <message>
        <source>{name} 的客户价已保存，改动 {count} 条</source>
        <translation>The prices of {name} are saved, {count} changed</translation>
    </message>
</context>
<context>
    <name>PartsPane</name>
    <message>
        <source>成品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>先选成品，这里是做一个要用的零件。左边是写好组成的。</source>
        <translation>Choose a product; here stands what one takes. At the left are those that have parts.</translation>
    </message>
    <message>
        <source>还没有写组成。在商品格填零件，写做一个成品用多少。</source>
        <translation>No parts yet. Write each part and how much one product takes.</translation>
    </message>
    <message>
        <source>{count} 种零件，数量是做一个成品用的。参考成本只在拆卸时分成本，空着按当时的成本。</source>
        <translation>Parts: {count}, each for one product. Reference costs only share out the cost of what is taken apart; empty is the cost of then.</translation>
    </message>
    <message>
        <source>{name} 的组成已保存，改动 {count} 行</source>
        <translation>The parts of {name} are saved, lines changed: {count}</translation>
    </message>
    <message>
        <source>有组成的商品</source>
        <translation>Products with parts</translation>
    </message>
    <message>
        <source>改动还没有保存。F12 保存，或 F5 放弃</source>
        <translation>Changes are not saved. F12 saves, F5 drops them</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>改我的密码</source>
        <translation>Change my password</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>设了密码，账套就要登录才能打开。</source>
        <translation>With a password, the book set opens only after logging in.</translation>
    </message>
    <message>
        <source>{name} 的密码</source>
        <translation>Password of {name}</translation>
    </message>
    <message>
        <source>现在的密码</source>
        <translation>Current password</translation>
    </message>
    <message>
        <source>密码已改，下次登录用新的</source>
        <translation>Password changed; use the new one at the next login</translation>
    </message>
</context>
<context>
    <name>PasswordFields</name>
    <message>
        <source>先不设密码</source>
        <translation>No password for now</translation>
    </message>
    <message>
        <source>密码（至少 8 位）</source>
        <translation>Password (8 characters or more)</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>两次输入的密码不一样。再输一次</source>
        <translation>The passwords differ. Type them again</translation>
    </message>
    <message>
        <source>强</source>
        <translation>Strong</translation>
    </message>
    <message>
        <source>可以，更长更好</source>
        <translation>Fine, longer is better</translation>
    </message>
</context>
<context>
    <name>PayFlow</name>
    <message>
        <source>小票上还没有商品。先扫商品</source>
        <translation>The receipt is empty. Scan a product first</translation>
    </message>
    <message>
        <source>这单要退钱给客人。按 F12 选退款方式</source>
        <translation>This ticket gives money back. Press F12 and choose how</translation>
    </message>
    <message>
        <source>现金 {cash} 还差 {left}。按 F12 混合收款</source>
        <translation>{cash} cash leaves {left} to pay. F12 takes several ways of payment</translation>
    </message>
    <message>
        <source>{number} 已换货，退款 {total}</source>
        <translation>{number} exchanged, refunded {total}</translation>
    </message>
    <message>
        <source>{number} 已收款 {total}，找零 {change}</source>
        <translation>{number} paid {total}, change {change}</translation>
    </message>
</context>
<context>
    <name>PeriodBox</name>
    <message>
        <source>期间</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>选一段，或填如 11.1-20</source>
        <translation>Choose a span, or type one like 11.1-20</translation>
    </message>
</context>
<context>
    <name>PeriodPane</name>
    <message>
        <source>结账检查</source>
        <translation>Checks before closing</translation>
    </message>
    <message>
        <source>反结账的原因</source>
        <translation>Reason for reopening</translation>
    </message>
    <message>
        <source>没有可以结账的月份</source>
        <translation>No month can be closed</translation>
    </message>
    <message>
        <source>没有打开那一页的权限</source>
        <translation>You have no right to open that page</translation>
    </message>
    <message>
        <source>没有可以反结账的月份</source>
        <translation>No month can be reopened</translation>
    </message>
    <message>
        <source>先写反结 {month} 的原因</source>
        <translation>First write why {month} is reopened</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>净利润</source>
        <translation>Net profit</translation>
    </message>
    <message>
        <source>结账人</source>
        <translation>Closed by</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>在哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>去处理</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>已申报</source>
        <translation>Filed</translation>
    </message>
    <message>
        <source>已结账</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>该结账</source>
        <translation>To close</translation>
    </message>
    <message>
        <source>开着</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>拦住</source>
        <translation>Stops</translation>
    </message>
    <message>
        <source>提醒</source>
        <translation>Reminds</translation>
    </message>
    <message>
        <source>账还没有开始，没有月份。</source>
        <translation>The books have not begun; there are no months.</translation>
    </message>
    <message>
        <source>{month} 结账检查</source>
        <translation>Checks before closing {month}</translation>
    </message>
    <message>
        <source>{month} 还不能结账：{check}，{problem}</source>
        <translation>{month} cannot be closed yet: {check}, {problem}</translation>
    </message>
    <message numerus="yes">
        <source>{month} 有 %n 条提醒，再按一次 F12 就结账</source>
        <translation>
            <numerusform>{month} has %n reminder; F12 again closes it</numerusform>
            <numerusform>{month} has %n reminders; F12 again closes it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{month} 已结账，净利润 {profit}，生成 %n 张凭证</source>
        <translation>
            <numerusform>{month} is closed, net profit {profit}, %n voucher made</numerusform>
            <numerusform>{month} is closed, net profit {profit}, %n vouchers made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{month} 已反结账，冲回 %n 张凭证</source>
        <translation>
            <numerusform>{month} is open again, %n voucher reversed</numerusform>
            <numerusform>{month} is open again, %n vouchers reversed</numerusform>
        </translation>
    </message>
    <message>
        <source>没有备份文件夹，结账前没有备份</source>
        <translation>There is no folder for backups; no backup was made before closing</translation>
    </message>
    <message>
        <source>{month} 已标记申报</source>
        <translation>{month} is marked as filed</translation>
    </message>
</context>
<context>
    <name>PickGrid</name>
    <message>
        <source>{number} 只剩 {open} 没结，填不了 {now}</source>
        <translation>{number} has only {open} open; {now} is too much</translation>
    </message>
</context>
<context>
    <name>PriceChangePane</name>
    <message>
        <source>已生效的调价不能撤回。再写一张调回去</source>
        <translation>A change in force cannot be taken back. Write another to change it back</translation>
    </message>
    <message>
        <source>没有写调价单的权限</source>
        <translation>No right to write price changes</translation>
    </message>
    <message>
        <source>这张已审核，不用存草稿</source>
        <translation>This one is approved and needs no draft</translation>
    </message>
    <message>
        <source>审核后才能打价签</source>
        <translation>Labels can be printed once it is approved</translation>
    </message>
    <message>
        <source>审核过的调价单，F12 作废</source>
        <translation>Void an approved change with F12</translation>
    </message>
    <message>
        <source>到了生效日也不改价</source>
        <translation>No price changes when its day comes</translation>
    </message>
    <message>
        <source>单号留着，状态是已作废</source>
        <translation>It keeps its number as a voided document</translation>
    </message>
    <message>
        <source>作废 {number}</source>
        <translation>Void {number}</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Reason for voiding</translation>
    </message>
    <message>
        <source>还没有调价单。</source>
        <translation>No price changes yet.</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>保存草稿</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>F4 换价格或单位，Ctrl+D 抄上一行。</source>
        <translation>F4 changes level or unit, Ctrl+D copies the line above.</translation>
    </message>
    <message>
        <source>这张单不动零售价，价签不用换。</source>
        <translation>Retail prices stay, so no label has to change.</translation>
    </message>
    <message numerus="yes">
        <source>%n 张价签要换，已挂 {hung}。打好后到货架扫商品条码核对。</source>
        <translation>
            <numerusform>%n label to change, {hung} hang already. Print it, then scan the goods on the shelf to check.</numerusform>
            <numerusform>%n labels to change, {hung} hang already. Print them, then scan the goods on the shelf to check.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 种商品</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message>
        <source>看审核</source>
        <translation>See approval</translation>
    </message>
    <message>
        <source>已提交，审核通过后生效</source>
        <translation>Submitted; it takes effect once it is approved</translation>
    </message>
    <message>
        <source>打价签</source>
        <translation>Print labels</translation>
    </message>
    <message>
        <source>{number} 已审核</source>
        <translation>{number} is approved</translation>
    </message>
    <message>
        <source>{number} 已作废，价格不变</source>
        <translation>{number} is voided, prices stay</translation>
    </message>
    <message>
        <source>第 {row} 行的价签已挂</source>
        <translation>The label of line {row} hangs</translation>
    </message>
    <message>
        <source>扫码 {name}</source>
        <translation>Scan {name}</translation>
    </message>
    <message>
        <source>草稿已存</source>
        <translation>Draft saved</translation>
    </message>
    <message>
        <source>这张单被驳回：{reason}。改好再提交</source>
        <translation>This document was rejected: {reason}. Mend it and submit it again</translation>
    </message>
</context>
<context>
    <name>PriceClock</name>
    <message numerus="yes">
        <source>%n 张调价单今天生效，价签要换</source>
        <translation>
            <numerusform>%n price change takes effect today; change the labels</numerusform>
            <numerusform>%n price changes take effect today; change the labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PriceCourseDock</name>
    <message>
        <source>进价</source>
        <translation>Purchase price</translation>
    </message>
    <message>
        <source>光标停在商品上，这里就有它的进价走势。</source>
        <translation>Rest on a product and its purchase prices appear here.</translation>
    </message>
    <message>
        <source>最近</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>最低</source>
        <translation>Lowest</translation>
    </message>
    <message>
        <source>最高</source>
        <translation>Highest</translation>
    </message>
    <message>
        <source>较上次</source>
        <translation>Since last</translation>
    </message>
    <message>
        <source>{name} 还没有进过货。</source>
        <translation>{name} has never been purchased.</translation>
    </message>
    <message>
        <source>最近 {day}</source>
        <translation>Last {day}</translation>
    </message>
</context>
<context>
    <name>PrintDesk</name>
    <message>
        <source>打印机 还有 {count} 张没打</source>
        <translation>Printer: {count} waiting</translation>
    </message>
    <message>
        <source>工具 › 打印机 里可以重试</source>
        <translation>Retry under Tools › Printers</translation>
    </message>
    <message>
        <source>打印机 存成文件</source>
        <translation>Printer: to file</translation>
    </message>
    <message>
        <source>打印机 就绪</source>
        <translation>Printer ready</translation>
    </message>
    <message>
        <source>重打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>{number} 已存成 PDF，在 {folder}</source>
        <translation>{number} saved as PDF in {folder}</translation>
    </message>
</context>
<context>
    <name>PrintersDialog</name>
    <message>
        <source>打印机</source>
        <translation>Printers</translation>
    </message>
    <message>
        <source>打完切纸</source>
        <translation>Cut the paper after printing</translation>
    </message>
    <message>
        <source>收现金时开钱箱</source>
        <translation>Open the drawer for cash</translation>
    </message>
    <message>
        <source>没有小票机，存成 PDF</source>
        <translation>No receipt printer, save as PDF</translation>
    </message>
    <message>
        <source>网口（192.168.1.50）</source>
        <translation>Network (192.168.1.50)</translation>
    </message>
    <message>
        <source>USB（0416:5011）</source>
        <translation>USB (0416:5011)</translation>
    </message>
    <message>
        <source>串口（COM3@9600）</source>
        <translation>Serial port (COM3@9600)</translation>
    </message>
    <message>
        <source>系统里的打印机（名称）</source>
        <translation>Printer of the system (name)</translation>
    </message>
    <message>
        <source>并口或设备（LPT1、/dev/usb/lp0）</source>
        <translation>Parallel port or device (LPT1, /dev/usb/lp0)</translation>
    </message>
    <message>
        <source>80 mm，42 列</source>
        <translation>80 mm, 42 columns</translation>
    </message>
    <message>
        <source>小票机</source>
        <translation>Receipt printer</translation>
    </message>
    <message>
        <source>只管这台电脑。换了线或地址，先试打一张再保存。</source>
        <translation>For this computer only. After a new cable or address, print a test before saving.</translation>
    </message>
    <message>
        <source>怎么连</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>纸宽</source>
        <translation>Paper width</translation>
    </message>
    <message>
        <source>字符编码</source>
        <translation>Character set</translation>
    </message>
    <message>
        <source>试打一张</source>
        <translation>Print a test</translation>
    </message>
    <message>
        <source>重试没打出来的</source>
        <translation>Retry what was not printed</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>试打</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>一二三四五</source>
        <translation>一二三四五</translation>
    </message>
    <message>
        <source>送出去了。纸上看得清就保存</source>
        <translation>Sent. If the paper is readable, save</translation>
    </message>
</context>
<context>
    <name>ProductCard</name>
    <message>
        <source>称重商品</source>
        <translation>Weighed product</translation>
    </message>
    <message>
        <source>记库存（服务类不记）</source>
        <translation>Keep stock (not for services)</translation>
    </message>
    <message>
        <source>新商品</source>
        <translation>New product</translation>
    </message>
    <message>
        <source>保存时按名称生成</source>
        <translation>Made from the name on saving</translation>
    </message>
    <message>
        <source>商品没有名称。填上名称</source>
        <translation>The product has no name. Fill it in</translation>
    </message>
    <message>
        <source>商品卡片</source>
        <translation>Product card</translation>
    </message>
    <message>
        <source>基本</source>
        <translation>Basics</translation>
    </message>
    <message>
        <source>单位与条码</source>
        <translation>Units and barcodes</translation>
    </message>
    <message>
        <source>价格</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>库存</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>税</source>
        <translation>Tax</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>规格</source>
        <translation>Spec</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>不填就是 个</source>
        <translation>Empty: 个 (pcs)</translation>
    </message>
    <message>
        <source>零售价</source>
        <translation>Retail price</translation>
    </message>
    <message>
        <source>条码</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>可以扫，几个用空格隔开</source>
        <translation>Scan or type; several apart by spaces</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>不填就接着往下编</source>
        <translation>Empty: the next number</translation>
    </message>
    <message>
        <source>助记码</source>
        <translation>Mnemonic</translation>
    </message>
    <message>
        <source>品牌</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>产地</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>大单位各写一行：箱，换算率 24，就是 1 箱 = 24 个基本单位。基本单位的条码写在“基本”里。</source>
        <translation>One row for each larger unit: case, factor 24 means 1 case = 24 base units. Barcodes of the base unit go under Basics.</translation>
    </message>
    <message>
        <source>批发价</source>
        <translation>Wholesale price</translation>
    </message>
    <message>
        <source>会员价</source>
        <translation>Member price</translation>
    </message>
    <message>
        <source>等级价 1</source>
        <translation>Price level 1</translation>
    </message>
    <message>
        <source>等级价 2</source>
        <translation>Price level 2</translation>
    </message>
    <message>
        <source>等级价 3</source>
        <translation>Price level 3</translation>
    </message>
    <message>
        <source>最低售价</source>
        <translation>Lowest sale price</translation>
    </message>
    <message>
        <source>进价</source>
        <translation>Purchase price</translation>
    </message>
    <message>
        <source>都是一个基本单位的价格，售价含税。零售价写在“基本”里。</source>
        <translation>All are prices of one base unit, sale prices with tax. The retail price stands under Basics.</translation>
    </message>
    <message>
        <source>按单位（千克、米 3 位，其他 0 位）</source>
        <translation>By unit (kg, m: 3 places; others: 0)</translation>
    </message>
    <message>
        <source>{places} 位</source>
        <translation>{places} places</translation>
    </message>
    <message>
        <source>数量小数位</source>
        <translation>Qty decimals</translation>
    </message>
    <message>
        <source>秤码</source>
        <translation>Scale code</translation>
    </message>
    <message>
        <source>电子秤上这种商品的号码（PLU）</source>
        <translation>The goods&apos; number on the scale (PLU)</translation>
    </message>
    <message>
        <source>最低库存</source>
        <translation>Min stock</translation>
    </message>
    <message>
        <source>最高库存</source>
        <translation>Max stock</translation>
    </message>
    <message>
        <source>批次管理</source>
        <translation>Tracked by</translation>
    </message>
    <message>
        <source>保质期天数</source>
        <translation>Shelf life in days</translation>
    </message>
    <message>
        <source>填了，有效期按生产日期算</source>
        <translation>then the expiry follows from the day of making</translation>
    </message>
    <message>
        <source>提前提醒天数</source>
        <translation>Warn days ahead</translation>
    </message>
    <message>
        <source>不填就是 30 天</source>
        <translation>30 days unless told</translation>
    </message>
    <message>
        <source>毛重（千克）</source>
        <translation>Gross weight (kg)</translation>
    </message>
    <message>
        <source>一个基本单位，分摊运费用</source>
        <translation>of one base unit, to spread freight by</translation>
    </message>
    <message>
        <source>体积（立方米）</source>
        <translation>Volume (m³)</translation>
    </message>
    <message>
        <source>不管</source>
        <translation>Not tracked</translation>
    </message>
    <message>
        <source>按批次（批号、有效期）</source>
        <translation>By lot (code, expiry)</translation>
    </message>
    <message>
        <source>按序列号（一件一号）</source>
        <translation>By serial number (one each)</translation>
    </message>
    <message>
        <source>按公司设置</source>
        <translation>As set for the company</translation>
    </message>
    <message>
        <source>税率</source>
        <translation>Tax rate</translation>
    </message>
    <message>
        <source>门店可用</source>
        <translation>Available here</translation>
    </message>
    <message>
        <source>还没有商品</source>
        <translation>No products yet</translation>
    </message>
    <message>
        <source>扫第一件商品</source>
        <translation>Scan the first product</translation>
    </message>
    <message>
        <source>没有条码就输入编号或拼音首字母，F2 查商品</source>
        <translation>No barcode: type the code or pinyin initials; F2 finds products</translation>
    </message>
    <message>
        <source>刚扫入</source>
        <translation>Just scanned</translation>
    </message>
    <message>
        <source>货号 {code}</source>
        <translation>Item no. {code}</translation>
    </message>
</context>
<context>
    <name>ProductFlowPane</name>
    <message numerus="yes">
        <source>笔</source>
        <translation>
            <numerusform>move</numerusform>
            <numerusform>moves</numerusform>
        </translation>
    </message>
    <message>
        <source>选一种商品看它的收发。</source>
        <translation>Choose a product to see its stock moves.</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>全部仓库</source>
        <translation>All warehouses</translation>
    </message>
    <message>
        <source>打开单据</source>
        <translation>Open document</translation>
    </message>
    <message>
        <source>换商品</source>
        <translation>Change product</translation>
    </message>
    <message>
        <source>复制所选</source>
        <translation>Copy selection</translation>
    </message>
    <message>
        <source>{code} · 按{unit}</source>
        <translation>{code} · by {unit}</translation>
    </message>
</context>
<context>
    <name>ProductPane</name>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>规格</source>
        <translation>Spec</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>条码</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>品牌</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>零售价</source>
        <translation>Retail price</translation>
    </message>
    <message>
        <source>零售</source>
        <translation>Retail</translation>
    </message>
    <message>
        <source>进价</source>
        <translation>Purchase price</translation>
    </message>
    <message>
        <source>最低售价</source>
        <translation>Lowest sale price</translation>
    </message>
    <message>
        <source>最低库存</source>
        <translation>Min stock</translation>
    </message>
    <message>
        <source>最高库存</source>
        <translation>Max stock</translation>
    </message>
    <message>
        <source>税率</source>
        <translation>Tax rate</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message numerus="yes">
        <source>种</source>
        <translation>
            <numerusform>product</numerusform>
            <numerusform>products</numerusform>
        </translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>没有零售价</source>
        <translation>No retail price</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>款（多属性）</source>
        <translation>Styles (variants)</translation>
    </message>
    <message>
        <source>全部类别</source>
        <translation>All categories</translation>
    </message>
    <message>
        <source>还没有商品。写第一个只要名称、单位、零售价；有商品表就从“导入”进来。</source>
        <translation>No products yet. The first needs only name, unit and retail price; a product list comes in by Import.</translation>
    </message>
    <message>
        <source>先选一行</source>
        <translation>Choose a row first</translation>
    </message>
    <message>
        <source>先选几行，Ctrl+A 全选</source>
        <translation>First pick lines; Ctrl+A picks all</translation>
    </message>
    <message>
        <source>这里没有打印机。在工具 › 打印机 里设</source>
        <translation>There is no printer here. Set one up under Tools › Printers</translation>
    </message>
    <message numerus="yes">
        <source>%n 张价签已送打印</source>
        <translation>
            <numerusform>%n label sent to the printer</numerusform>
            <numerusform>%n labels sent to the printer</numerusform>
        </translation>
    </message>
    <message>
        <source>款</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>没有价格</source>
        <translation>No price</translation>
    </message>
</context>
<context>
    <name>PromotionCard</name>
    <message>
        <source>促销卡片</source>
        <translation>Promotion card</translation>
    </message>
    <message>
        <source>优惠</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>时间和对象</source>
        <translation>When and who</translation>
    </message>
    <message>
        <source>券</source>
        <translation>Coupons</translation>
    </message>
    <message>
        <source>试算</source>
        <translation>Try out</translation>
    </message>
    <message>
        <source>新促销</source>
        <translation>New promotion</translation>
    </message>
    <message>
        <source>没有名称。填上名称</source>
        <translation>No name. Fill in a name</translation>
    </message>
    <message>
        <source>原价 {full}，优惠 {off}，应付 {paid}</source>
        <translation>{full} at list prices, {off} off, {paid} to pay</translation>
    </message>
    <message>
        <source>毛利 {profit}</source>
        <translation>profit {profit}</translation>
    </message>
    <message>
        <source>{product} 最低卖到 {price}，低于最低售价 {bound}</source>
        <translation>{product} goes down to {price}, below its lowest price {bound}</translation>
    </message>
    <message>
        <source>{product} 最低卖到 {price}，不含税低于成本 {bound}</source>
        <translation>{product} goes down to {price}, without tax below its cost {bound}</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>印在小票上，如 可乐买二送一</source>
        <translation>Printed on the receipt: Cola three for two</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>满多少元</source>
        <translation>From yuan</translation>
    </message>
    <message>
        <source>每组几件</source>
        <translation>Pieces in a group</translation>
    </message>
    <message>
        <source>其中优惠几件</source>
        <translation>Of these reduced</translation>
    </message>
    <message>
        <source>买二送一：每组 3 件，1 件</source>
        <translation>Three for two: group of 3, 1 reduced</translation>
    </message>
    <message>
        <source>多少元</source>
        <translation>Yuan</translation>
    </message>
    <message>
        <source>一组卖多少，或减多少</source>
        <translation>What a group costs, or goes off</translation>
    </message>
    <message>
        <source>打几折</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>如 5折；送的不用填</source>
        <translation>50%; empty when given</translation>
    </message>
    <message>
        <source>每满一次都算</source>
        <translation>Each time it is reached</translation>
    </message>
    <message>
        <source>可与别的满减一起用</source>
        <translation>Together with others from an amount on</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>COLA=2.5 @饮料；空着是全部</source>
        <translation>COLA=2.5 @Drinks; empty is all</translation>
    </message>
    <message>
        <source>送什么</source>
        <translation>What is given</translation>
    </message>
    <message>
        <source>如 CUP*1</source>
        <translation>CUP*1</translation>
    </message>
    <message>
        <source>商品写编号、条码或名称，空格隔开；=特价，*数量，@类别。</source>
        <translation>Goods by code, barcode or name, with blanks between; =special price, *quantity, @category.</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>From</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>空着一直有效</source>
        <translation>Empty: for good</translation>
    </message>
    <message>
        <source>星期</source>
        <translation>Weekdays</translation>
    </message>
    <message>
        <source>如 六日，空着每天</source>
        <translation>67; empty is every day</translation>
    </message>
    <message>
        <source>每月几号</source>
        <translation>Days of month</translation>
    </message>
    <message>
        <source>如 8 18 28</source>
        <translation>8 18 28</translation>
    </message>
    <message>
        <source>时段</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>如 18:00-21:00</source>
        <translation>18:00-21:00</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>For</translation>
    </message>
    <message>
        <source>会员级别</source>
        <translation>Member levels</translation>
    </message>
    <message>
        <source>如 金卡 银卡</source>
        <translation>Gold Silver</translation>
    </message>
    <message>
        <source>优先级</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>大的先算；一样大就挑最省的</source>
        <translation>Higher first; equal: the least to pay</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>不填就接着编</source>
        <translation>Empty takes the next</translation>
    </message>
    <message>
        <source>已发的券</source>
        <translation>Coupons given out</translation>
    </message>
    <message>
        <source>凭券才有</source>
        <translation>With coupon</translation>
    </message>
    <message>
        <source>新券号</source>
        <translation>New codes</translation>
    </message>
    <message>
        <source>几个用空格隔开，保存时发出</source>
        <translation>Blanks between; given out when saved</translation>
    </message>
    <message>
        <source>每张能用几次</source>
        <translation>Uses each</translation>
    </message>
    <message>
        <source>已发</source>
        <translation>Given out</translation>
    </message>
    <message>
        <source>试算的商品</source>
        <translation>Goods to try out</translation>
    </message>
    <message>
        <source>如 COLA*3 RICE</source>
        <translation>COLA*3 RICE</translation>
    </message>
    <message>
        <source>写几样商品，看按现在填的优惠要付多少、为什么。</source>
        <translation>Type some goods and see what they would cost as the card stands now, and why.</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>应付</source>
        <translation>To pay</translation>
    </message>
    <message>
        <source>毛利</source>
        <translation>Profit</translation>
    </message>
</context>
<context>
    <name>PromotionPane</name>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>优惠</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Days</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>For</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message numerus="yes">
        <source>个</source>
        <translation>
            <numerusform>promotion</numerusform>
            <numerusform>promotions</numerusform>
        </translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Out of use</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>还没有促销。按 Ctrl+N 新建，到“试算”里看一张小票要付多少</source>
        <translation>No promotions yet. Ctrl+N makes one; “Try out” says what a ticket would cost</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>未开始</source>
        <translation>To come</translation>
    </message>
</context>
<context>
    <name>PurchaseInvoicePane</name>
    <message>
        <source>这张入库单的发票都录过了，没有余下的</source>
        <translation>All of this goods receipt is invoiced already</translation>
    </message>
</context>
<context>
    <name>PurchaseListPane</name>
    <message>
        <source>供应商</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>订单</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>还没有采购订单。审核后货算在途，可以分几次入库。</source>
        <translation>No purchase orders yet. Approved goods count as on order and may come in parts.</translation>
    </message>
    <message>
        <source>入库</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>还没有采购入库单。</source>
        <translation>No goods receipts yet.</translation>
    </message>
    <message>
        <source>发票</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>还没有采购发票。打开入库单录发票，或在这里新建。</source>
        <translation>No purchase invoices yet. Enter one from a goods receipt, or here.</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>还没有采购退货单。打开入库单转退货，或在这里新建。</source>
        <translation>No purchase returns yet. Begin one from a goods receipt, or here.</translation>
    </message>
    <message>
        <source>折让</source>
        <translation>Allowance</translation>
    </message>
    <message>
        <source>还没有采购折让单。供应商返利、补差价就记一张，货的成本跟着降。</source>
        <translation>No purchase allowances yet. Enter rebates and price adjustments of suppliers; the cost of the goods follows.</translation>
    </message>
    <message>
        <source>费用</source>
        <translation>Freight</translation>
    </message>
    <message>
        <source>还没有采购费用分摊单。运费、装卸费要进货的成本，就记一张。</source>
        <translation>No landed costs yet. Write one where freight or handling belongs to the cost of goods.</translation>
    </message>
</context>
<context>
    <name>QuotationPane</name>
    <message>
        <source>第 {version} 版；{said}</source>
        <translation>Version {version}; {said}</translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message>
        <source>打自检页</source>
        <translation>Print test page</translation>
    </message>
    <message>
        <source>设置…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>没有小票机，小票存成 PDF</source>
        <translation>No receipt printer: receipts become PDF</translation>
    </message>
    <message>
        <source>{how} {address}，还没有试</source>
        <translation>{how} {address}, not tried yet</translation>
    </message>
    <message>
        <source>正在打…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>送出去了。没出纸：看电源、纸、盖子。乱码：到设置里换字符编码。折行：换纸宽。不切纸：勾上打完切纸</source>
        <translation>Sent. No paper: look at power, paper and lid. Garbled: another character set in its settings. Lines broken: another width. Not cut: tick the knife</translation>
    </message>
    <message>
        <source>打印机断电开机时按住走纸键，会打出它的网址；和设置里对一下</source>
        <translation>Hold the feed key while switching the printer on: it prints its address; compare it with the settings</translation>
    </message>
    <message>
        <source>换一个 USB 口；设备管理器里看得到它吗</source>
        <translation>Try another USB socket; does the device manager show it?</translation>
    </message>
    <message>
        <source>看波特率和打印机自检页上的一样不一样</source>
        <translation>Is the speed the one on the printer&apos;s own test page?</translation>
    </message>
    <message>
        <source>在系统的打印机里打一张测试页；名称要一字不差</source>
        <translation>Print a test page from the system; the name must be the same to the letter</translation>
    </message>
    <message>
        <source>看端口名对不对，别的程序是不是占着它</source>
        <translation>Is the port&apos;s name right, and does no other program hold it?</translation>
    </message>
</context>
<context>
    <name>ReceiptForm</name>
    <message>
        <source>没结的单</source>
        <translation>Open documents</translation>
    </message>
    <message>
        <source>选了往来单位，这里就有没结的单。</source>
        <translation>Choose a partner, and the open documents are here.</translation>
    </message>
    <message>
        <source>收款金额</source>
        <translation>Amount received</translation>
    </message>
    <message>
        <source>付款金额</source>
        <translation>Amount paid</translation>
    </message>
    <message>
        <source>有一格还没填好。改好再过账</source>
        <translation>One cell is not right yet. Correct it, then post</translation>
    </message>
    <message>
        <source>还没填金额</source>
        <translation>No amount yet</translation>
    </message>
    <message>
        <source>一张单也没选。按 F3 从早到晚核销，或用预收预付单</source>
        <translation>No document chosen. F3 settles the oldest first, or write an advance</translation>
    </message>
    <message>
        <source>预收</source>
        <translation>Advance</translation>
    </message>
    <message>
        <source>预付</source>
        <translation>Advance</translation>
    </message>
    <message>
        <source>已冲用</source>
        <translation>Applied</translation>
    </message>
    <message>
        <source>本次</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>应收</source>
        <translation>Owed</translation>
    </message>
    <message>
        <source>已收</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>应付</source>
        <translation>Owed</translation>
    </message>
    <message>
        <source>已付</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>供应商</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>收款账户</source>
        <translation>Paid into</translation>
    </message>
    <message>
        <source>付款账户</source>
        <translation>Paid from</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Business date</translation>
    </message>
    <message>
        <source>优惠抹零</source>
        <translation>Rounding off</translation>
    </message>
    <message>
        <source>{name} 没有没结的单。</source>
        <translation>{name} has no open documents.</translation>
    </message>
    <message>
        <source>还没冲用的</source>
        <translation>Not applied yet</translation>
    </message>
    <message>
        <source>本次核销</source>
        <translation>Settle now</translation>
    </message>
    <message>
        <source>转预收</source>
        <translation>To advance</translation>
    </message>
    <message>
        <source>转预付</source>
        <translation>To advance</translation>
    </message>
</context>
<context>
    <name>ReceiptPane</name>
    <message>
        <source>已过账的单不能再登记拒收。要退货按转退货</source>
        <translation>This is posted, refusals cannot be entered any more. To send goods back, choose Return</translation>
    </message>
    <message>
        <source>只有已过账、没红冲的入库单能转退货</source>
        <translation>Only a posted receipt that was not reversed can be returned</translation>
    </message>
    <message>
        <source>只有已过账、没红冲的入库单能录发票</source>
        <translation>Only a posted receipt that was not reversed can be invoiced</translation>
    </message>
    <message>
        <source>只有已过账、没红冲的入库单能录折让</source>
        <translation>Only a posted receipt that was not reversed can get an allowance</translation>
    </message>
    <message>
        <source>只有已过账、没红冲的入库单能分摊运费</source>
        <translation>Freight can be spread over posted receipts that were not reversed only</translation>
    </message>
    <message>
        <source>{name} {quantity} {unit}（{cause}）</source>
        <translation>{name} {quantity} {unit} ({cause})</translation>
    </message>
    <message>
        <source>；拒收 {goods}</source>
        <translation>; refused {goods}</translation>
    </message>
</context>
<context>
    <name>RecorderPane</name>
    <message>
        <source>还没看</source>
        <translation>Not looked at</translation>
    </message>
    <message>
        <source>每过账一张单，就往另一块盘上多记一行。电脑坏了，备份之后的单也找得回来</source>
        <translation>Each posted document is written down a second time on another disk. If the PC breaks, even what came after the last backup is there</translation>
    </message>
    <message>
        <source>黑匣子和账套一致，不用重新记</source>
        <translation>The flight recorder agrees with the book set; there is nothing to begin anew</translation>
    </message>
    <message>
        <source>账套没有少单据，不用补录</source>
        <translation>The book set lacks nothing; there is nothing to post again</translation>
    </message>
    <message>
        <source>记在 {folder}</source>
        <translation>Recorded in {folder}</translation>
    </message>
    <message>
        <source>还没有地方记。在设置里填“备份文件夹”，最好是另一块盘</source>
        <translation>Nowhere to record yet. Fill in “Backup folder” under Settings, best on another disk</translation>
    </message>
    <message numerus="yes">
        <source>%n 张单补不回来，原因写在行里</source>
        <translation>
            <numerusform>%n document could not be posted again; its row says why</numerusform>
            <numerusform>%n documents could not be posted again; their rows say why</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 张单都补回来了</source>
        <translation>
            <numerusform>%n document is back</numerusform>
            <numerusform>All %n documents are back</numerusform>
        </translation>
    </message>
    <message>
        <source>黑匣子从现在起重新记，旧的改了名留着</source>
        <translation>The flight recorder begins anew; the old record is kept under another name</translation>
    </message>
    <message>
        <source>没有开</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>还没有记过</source>
        <translation>Nothing yet</translation>
    </message>
    <message>
        <source>和账套一致</source>
        <translation>Complete</translation>
    </message>
    <message>
        <source>有单还没记上</source>
        <translation>Behind</translation>
    </message>
    <message>
        <source>账套少了单据</source>
        <translation>Documents lost</translation>
    </message>
    <message>
        <source>记下的时间</source>
        <translation>Recorded at</translation>
    </message>
    <message>
        <source>动作</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>原单号</source>
        <translation>Number then</translation>
    </message>
    <message>
        <source>补录后</source>
        <translation>Number now</translation>
    </message>
    <message>
        <source>为什么补不了</source>
        <translation>Why it could not be posted</translation>
    </message>
</context>
<context>
    <name>RecostPane</name>
    <message>
        <source>晚录过单据的全部商品</source>
        <translation>All goods with late documents</translation>
    </message>
    <message>
        <source>成本要改的单据行</source>
        <translation>Lines whose cost changes</translation>
    </message>
    <message>
        <source>没有要重算的。单据补录到以前的日期，后面的出库成本才会要重算。</source>
        <translation>Nothing to recost. Only a document entered late, for an earlier day, changes what later goods cost.</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Business day</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>What</translation>
    </message>
    <message>
        <source>原成本</source>
        <translation>Cost before</translation>
    </message>
    <message>
        <source>重算后</source>
        <translation>Cost anew</translation>
    </message>
    <message>
        <source>差额</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>货的成本</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>换了先后</source>
        <translation>other goods</translation>
    </message>
    <message>
        <source>成本补差</source>
        <translation>True-up</translation>
    </message>
    <message>
        <source>最早晚录的</source>
        <translation>first late one</translation>
    </message>
    <message>
        <source>从哪天算起</source>
        <translation>From day</translation>
    </message>
    <message>
        <source>打开单据</source>
        <translation>Open document</translation>
    </message>
    <message>
        <source>换商品</source>
        <translation>Other goods</translation>
    </message>
    <message>
        <source>重算过账</source>
        <translation>Recost and post</translation>
    </message>
    <message>
        <source>从 {day} 起按业务日期重算</source>
        <translation>Counted anew by business day from {day}</translation>
    </message>
    <message>
        <source>涉及 {months}</source>
        <translation>changes {months}</translation>
    </message>
    <message>
        <source>已结账的 {months} 有 {count} 行不改</source>
        <translation>{count} lines of closed {months} are left out</translation>
    </message>
    <message>
        <source>{day} 过账，从 {from_day} 起按业务日期重算</source>
        <translation>Posted {day}, counted anew by business day from {from_day}</translation>
    </message>
    <message>
        <source>红冲</source>
        <translation>Reverse</translation>
    </message>
    <message>
        <source>{count} 行单据的成本改成重算的</source>
        <translation>Lines that get their cost anew: {count}</translation>
    </message>
    <message>
        <source>今天一张凭证，主营业务成本 {amount}</source>
        <translation>One entry today, cost of sales {amount}</translation>
    </message>
    <message>
        <source>先做一次备份；以后可以红冲</source>
        <translation>A backup comes first; it can be reversed later</translation>
    </message>
    <message>
        <source>重算成本</source>
        <translation>Recost</translation>
    </message>
    <message>
        <source>没有备份文件夹，重算前没有备份</source>
        <translation>No folder for backups, none was made before the recost</translation>
    </message>
    <message>
        <source>看凭证</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>{number} 已过账，主营业务成本 {amount}</source>
        <translation>{number} is posted, cost of sales {amount}</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>行写入</source>
        <translation>rows written</translation>
    </message>
    <message>
        <source>行已有</source>
        <translation>rows there</translation>
    </message>
    <message>
        <source>行排除</source>
        <translation>rows left out</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>写入</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>已有</source>
        <translation>There</translation>
    </message>
    <message>
        <source>排除</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>对账报告</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>读到 {count} 行</source>
        <translation>{count} rows read</translation>
    </message>
    <message>
        <source>没有动它们</source>
        <translation>left as they are</translation>
    </message>
    <message>
        <source>没有导入</source>
        <translation>not imported</translation>
    </message>
    <message>
        <source>{when}，{who} 导入 {file}</source>
        <translation>{when}, {who} imported {file}</translation>
    </message>
    <message>
        <source>写入前的备份：{file}</source>
        <translation>Backup made before: {file}</translation>
    </message>
</context>
<context>
    <name>ReportPane</name>
    <message>
        <source>选一个{parameter}再查</source>
        <translation>Choose {parameter} first, then run</translation>
    </message>
    <message>
        <source>{report} {period} 没有数据。换个期间，或清除筛选</source>
        <translation>{report} {period} has no data. Choose another period, or clear the filters</translation>
    </message>
    <message>
        <source>找不到单据 {number}。按 F5 刷新</source>
        <translation>Document {number} was not found. F5 refreshes</translation>
    </message>
    <message>
        <source>存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>看明细</source>
        <translation>Show details</translation>
    </message>
    <message>
        <source>返回上一层</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>复制所选</source>
        <translation>Copy selection</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
</context>
<context>
    <name>RequestListPane</name>
    <message>
        <source>供应商</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>请购</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>还没有请购单。缺什么就写一张，采购照着询价、订货。</source>
        <translation>No purchase requests yet. Write down what is missing; buyers ask prices and order from it.</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>询价</source>
        <translation>RFQ</translation>
    </message>
    <message>
        <source>还没有询价单。打开请购单转询价，或在这里新建。</source>
        <translation>No RFQs yet. Begin one from a purchase request, or here.</translation>
    </message>
    <message>
        <source>报价</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>还没有供应商报价单。供应商报了价就记一张，价格自动进价目。</source>
        <translation>No supplier quotations yet. Enter one when a supplier quotes; its prices go on the price list.</translation>
    </message>
</context>
<context>
    <name>RequestPane</name>
    <message>
        <source>转询价</source>
        <translation>To RFQ</translation>
    </message>
</context>
<context>
    <name>ResolutionForm</name>
    <message>
        <source>承担的人和科目</source>
        <translation>Who bears it</translation>
    </message>
    <message>
        <source>待处理的单</source>
        <translation>What waits</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Business date</translation>
    </message>
    <message>
        <source>待处理金额</source>
        <translation>Amount that waits</translation>
    </message>
    <message>
        <source>其余金额</source>
        <translation>The rest</translation>
    </message>
    <message>
        <source>没有写谁承担</source>
        <translation>It does not say who bears it</translation>
    </message>
    <message>
        <source>没有金额</source>
        <translation>No amount</translation>
    </message>
    <message>
        <source>没有要处理的单。报损、报溢时勾上“先挂待处理”，才到这里处理</source>
        <translation>Nothing waits to be resolved. Tick “decide later” on a loss or gain, and it is resolved here</translation>
    </message>
    <message>
        <source>有一格还没填好。先改好</source>
        <translation>A cell is not right yet. Mend it first</translation>
    </message>
</context>
<context>
    <name>ResultGrid</name>
    <message numerus="yes">
        <source>行</source>
        <translation>
            <numerusform>row</numerusform>
            <numerusform>rows</numerusform>
        </translation>
    </message>
    <message>
        <source>合计  {rows}</source>
        <translation>Total  {rows}</translation>
    </message>
</context>
<context>
    <name>ReturnFlow</name>
    <message>
        <source>还没有开班。先开班再退货</source>
        <translation>No shift is open. Open one, then take the return</translation>
    </message>
    <message>
        <source>{goods} 换回 {worth}。扫要换走的商品，再按 F12</source>
        <translation>{goods} back, worth {worth}. Scan what goes out, then F12</translation>
    </message>
    <message>
        <source>{number} 已退款 {total}</source>
        <translation>{number} refunded {total}</translation>
    </message>
</context>
<context>
    <name>ReturnSheet</name>
    <message>
        <source>退货</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>退款方式</source>
        <translation>Refund by</translation>
    </message>
    <message>
        <source>退货原因</source>
        <translation>Reason for return</translation>
    </message>
    <message>
        <source>退货并打印</source>
        <translation>Return and print</translation>
    </message>
    <message>
        <source>用 ↑↓ 选行，输入退的数量</source>
        <translation>Choose a line with ↑↓ and type the quantity returned</translation>
    </message>
    <message>
        <source>{product} 最多还能退 {left}</source>
        <translation>At most {left} more of {product} can be returned</translation>
    </message>
    <message>
        <source>还没选要退的商品。在行上按 Enter 全退，或输数量再按 Enter</source>
        <translation>Nothing chosen to return. On a line, Enter returns all of it; or type a quantity, then Enter</translation>
    </message>
    <message>
        <source>扫小票上的条码，或输入单号</source>
        <translation>Scan the barcode on the receipt, or type its number</translation>
    </message>
    <message>
        <source>退几件，空着按 Enter 全退</source>
        <translation>How many; empty and Enter returns all</translation>
    </message>
    <message>
        <source>应退</source>
        <translation>Refund due</translation>
    </message>
    <message>
        <source>不合适</source>
        <translation>Does not suit</translation>
    </message>
    <message>
        <source>质量问题</source>
        <translation>Poor quality</translation>
    </message>
    <message>
        <source>买错了</source>
        <translation>Bought by mistake</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>选行</source>
        <translation>Choose line</translation>
    </message>
    <message>
        <source>退这些</source>
        <translation>Return these</translation>
    </message>
    <message>
        <source>退款方式和原因</source>
        <translation>Refund and reason</translation>
    </message>
    <message>
        <source>换货，接着扫</source>
        <translation>Exchange, go on scanning</translation>
    </message>
</context>
<context>
    <name>ReversiblePane</name>
    <message>
        <source>红冲</source>
        <translation>Reversal</translation>
    </message>
    <message>
        <source>过账的单据不能作废，用红冲</source>
        <translation>A posted document cannot be voided; reverse it</translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message>
        <source>单据明细</source>
        <translation>Lines of the document</translation>
    </message>
    <message>
        <source>选一张单，这里显示它的明细。</source>
        <translation>Choose a document; its lines stand here.</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>拦下的原因</source>
        <translation>Held back because</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>{time} {who} 提交</source>
        <translation>{time} submitted by {who}</translation>
    </message>
    <message>
        <source>等 {who} 审核</source>
        <translation>waits for {who}</translation>
    </message>
    <message>
        <source>{deputy}（代 {absent}）</source>
        <translation>{deputy} (for {absent})</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Qty</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>单价</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>折扣</source>
        <translation>Discount</translation>
    </message>
</context>
<context>
    <name>RfqForm</name>
    <message>
        <source>问谁</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>加供应商</source>
        <translation>Add supplier</translation>
    </message>
    <message>
        <source>还没有供应商。选上要问的供应商</source>
        <translation>No supplier yet. Choose whom to ask</translation>
    </message>
</context>
<context>
    <name>RfqPane</name>
    <message>
        <source>没有看进价的权限。让有权的人来比价</source>
        <translation>You may not see purchase prices. Ask somebody who may to compare</translation>
    </message>
    <message>
        <source>按最低转订单</source>
        <translation>Order the lowest</translation>
    </message>
    <message>
        <source>录报价</source>
        <translation>Enter quotation</translation>
    </message>
    <message>
        <source>这张请购单没有余下的</source>
        <translation>Nothing is left of this purchase request</translation>
    </message>
    <message>
        <source>没有“{action}”的权限。让有权的人来做</source>
        <translation>No right to “{action}”. Ask somebody with the right</translation>
    </message>
</context>
<context>
    <name>RuleCard</name>
    <message>
        <source>先停用，不拦单据</source>
        <translation>Off for now, holds nothing back</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>条件</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>第几步</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Approver</translation>
    </message>
    <message>
        <source>百分之几，如 15</source>
        <translation>per cent, such as 15</translation>
    </message>
    <message>
        <source>元，如 5000</source>
        <translation>yuan, such as 5000</translation>
    </message>
</context>
<context>
    <name>RulePane</name>
    <message>
        <source>审核代理</source>
        <translation>Deputies</translation>
    </message>
    <message>
        <source>先选一条规则</source>
        <translation>Choose a rule first</translation>
    </message>
    <message>
        <source>填代理从哪天到哪天</source>
        <translation>Fill in the first and the last day</translation>
    </message>
    <message>
        <source>先选一条代理</source>
        <translation>Choose a deputy first</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>条件</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>第几步</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Approver</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>谁不在</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>谁代他审</source>
        <translation>Deputy</translation>
    </message>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>To</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>On</translation>
    </message>
    <message>
        <source>还没到</source>
        <translation>To come</translation>
    </message>
    <message>
        <source>过了</source>
        <translation>Past</translation>
    </message>
    <message>
        <source>代理中</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>还没有审批规则，单据直接过账。Ctrl+N 写第一条：哪种单据、超过多少、谁审。</source>
        <translation>No approval rules yet: documents are posted at once. Ctrl+N writes the first: which documents, above what, who approves.</translation>
    </message>
    <message>
        <source>没有人代审。审核人不在时，在下面定谁代他、哪几天。</source>
        <translation>Nobody stands in. When an approver is away, say below who stands in and on which days.</translation>
    </message>
    <message>
        <source>规则已保存，从现在起的单据按它来</source>
        <translation>Rule saved; it holds for documents from now on</translation>
    </message>
    <message>
        <source>规则已删，已经拦下的单还要审</source>
        <translation>Rule deleted; what it held back still waits</translation>
    </message>
    <message>
        <source>代理已定</source>
        <translation>Deputy named</translation>
    </message>
    <message>
        <source>代理已取消</source>
        <translation>Deputy ended</translation>
    </message>
</context>
<context>
    <name>SalesInvoicePane</name>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>只有登记着的蓝字发票能开红字</source>
        <translation>Only a registered invoice that is not red itself can be taken back in red</translation>
    </message>
    <message>
        <source>这张单已经开完票，没有余下的</source>
        <translation>This document is fully invoiced, nothing is left</translation>
    </message>
</context>
<context>
    <name>SalesListPane</name>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>报价</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>还没有报价单。客户问价时写一张，存成 PDF 发给他。</source>
        <translation>No quotations yet. Write one when a customer asks for prices, and send it as PDF.</translation>
    </message>
    <message>
        <source>订单</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>还没有销售订单。审核后货就给客户留着，可以分几次出库。</source>
        <translation>No sales orders yet. Once approved, the goods are reserved and can be delivered in parts.</translation>
    </message>
    <message>
        <source>出库</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>还没有销售出库单。</source>
        <translation>No deliveries yet.</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>还没有退货单。打开出库单转退货，或在这里新建。</source>
        <translation>No returns yet. Open a delivery and make a return, or create one here.</translation>
    </message>
    <message>
        <source>发票</source>
        <translation>Invoices</translation>
    </message>
    <message>
        <source>还没有登记发票。开出的发票登记在这里，专票的税月末照缴。</source>
        <translation>No invoices yet. Invoices given out are registered here; tax on special ones is due at the month&apos;s end.</translation>
    </message>
</context>
<context>
    <name>SaveFlow</name>
    <message>
        <source>错误清单</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>没有导入的行</source>
        <translation>Not imported</translation>
    </message>
    <message>
        <source>存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>已存到 {path}</source>
        <translation>Saved to {path}</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>ScaleCard</name>
    <message>
        <source>没有接秤</source>
        <translation>No scale</translation>
    </message>
    <message>
        <source>串口</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>等秤说话…</source>
        <translation>Waiting for the scale…</translation>
    </message>
    <message>
        <source>等秤说话…没有动静：秤设为连续发送，看波特率，如 COM3@9600</source>
        <translation>Waiting for the scale… If nothing comes: set it to send all the time, and look at the speed, such as COM3@9600</translation>
    </message>
    <message>
        <source>秤上太重，超过量程</source>
        <translation>Too much on the scale</translation>
    </message>
    <message>
        <source>稳</source>
        <translation>still</translation>
    </message>
    <message>
        <source>没稳</source>
        <translation>moving</translation>
    </message>
    <message>
        <source>{weight} 千克，{state}</source>
        <translation>{weight} kg, {state}</translation>
    </message>
</context>
<context>
    <name>ScaleLabelPane</name>
    <message>
        <source>秤标签已保存</source>
        <translation>Scale labels saved</translation>
    </message>
    <message>
        <source>扫一张标签，或照着打 13 位、18 位数字</source>
        <translation>Scan a label, or type its 13 or 18 digits</translation>
    </message>
    <message>
        <source>{count} 位，不是这里写的标签</source>
        <translation>{count} digits: none of the labels above</translation>
    </message>
    <message>
        <source>是“{product}”自己的条码，不当标签读</source>
        <translation>A barcode of “{product}” itself, not read as a label</translation>
    </message>
    <message>
        <source>{product}：{quantity} {unit} × {price} = {amount}</source>
        <translation>{product}: {quantity} {unit} × {price} = {amount}</translation>
    </message>
    <message>
        <source>电子秤打的标签里有秤码和金额或重量。P 是秤码，A 是金额，W 是重量，一个字母一位数字，小数点照写。商品的秤码写在商品卡片的“库存”里。</source>
        <translation>Labels of scales hold the goods&apos; code and an amount or a weight. P is the code, A the amount, W the weight, one letter a digit, with decimal points. A product&apos;s scale code stands on the Stock tab of its card.</translation>
    </message>
    <message>
        <source>标签上的数字</source>
        <translation>Digits of the label</translation>
    </message>
    <message>
        <source>试一张</source>
        <translation>Try one</translation>
    </message>
</context>
<context>
    <name>ScaleRuleRow</name>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>一行只写一条</source>
        <translation>One rule in a row</translation>
    </message>
    <message>
        <source>13 位：5 位秤码，5 位金额</source>
        <translation>13: code 5, amount 5</translation>
    </message>
    <message>
        <source>13 位：5 位秤码，5 位重量</source>
        <translation>13: code 5, weight 5</translation>
    </message>
    <message>
        <source>13 位：4 位秤码，6 位金额</source>
        <translation>13: code 4, amount 6</translation>
    </message>
    <message>
        <source>18 位：秤码，金额，重量</source>
        <translation>18: code, amount, weight</translation>
    </message>
    <message>
        <source>18 位：秤码，重量，金额</source>
        <translation>18: code, weight, amount</translation>
    </message>
    <message>
        <source>自己写</source>
        <translation>As written</translation>
    </message>
    <message>
        <source>末位要对</source>
        <translation>Last digit checked</translation>
    </message>
    <message>
        <source>末位要对（从左算）</source>
        <translation>Checked from the left</translation>
    </message>
    <message>
        <source>末位不核对</source>
        <translation>Last digit free</translation>
    </message>
    <message>
        <source>标签开头</source>
        <translation>Label begins with</translation>
    </message>
    <message>
        <source>标签写法</source>
        <translation>How the label is written</translation>
    </message>
    <message>
        <source>标签种类</source>
        <translation>Kind of label</translation>
    </message>
    <message>
        <source>校验位</source>
        <translation>Check digit</translation>
    </message>
</context>
<context>
    <name>ScanBox</name>
    <message>
        <source>扫码，或输入条码、拼音、编号</source>
        <translation>Scan, or type a barcode, pinyin or code</translation>
    </message>
    <message>
        <source>中文输入法已自动关闭</source>
        <translation>The Chinese input method is off</translation>
    </message>
    <message>
        <source>空框回车 = 结算</source>
        <translation>Enter on empty = pay</translation>
    </message>
</context>
<context>
    <name>ScanRouter</name>
    <message>
        <source>没有这个条码 {code}。新建商品，或看看是不是扫了箱码</source>
        <translation>No such barcode {code}. Create the product, or see whether the case was scanned</translation>
    </message>
    <message>
        <source>扫到 {what}，已打开</source>
        <translation>Scanned {what} and opened it</translation>
    </message>
</context>
<context>
    <name>ScannerCard</name>
    <message>
        <source>点这里，再扫</source>
        <translation>Click here, then scan</translation>
    </message>
    <message>
        <source>不用串口</source>
        <translation>No port</translation>
    </message>
    <message>
        <source>扫到的</source>
        <translation>Scanned</translation>
    </message>
    <message>
        <source>串口</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>保存串口</source>
        <translation>Save port</translation>
    </message>
    <message>
        <source>还没有试</source>
        <translation>Not tried yet</translation>
    </message>
    <message>
        <source>已保存，扫一下试试</source>
        <translation>Saved; scan something</translation>
    </message>
    <message>
        <source>，平均 {gap} 毫秒一位</source>
        <translation>, {gap} ms a key</translation>
    </message>
    <message>
        <source>扫码枪正常：和自检页上印的一样{speed}</source>
        <translation>The scanner is right: just as printed on the test page{speed}</translation>
    </message>
    <message>
        <source>大小写反了。关掉大写锁定，扫码枪设为 英文键盘（US）</source>
        <translation>Capitals are turned around. Switch Caps Lock off and set the scanner to an English keyboard (US)</translation>
    </message>
    <message>
        <source>扫到 {code}，{count} 位{speed}</source>
        <translation>Scanned {code}, {count} characters{speed}</translation>
    </message>
    <message>
        <source>检测到中文输入法或全角。切到英文，扫码枪设为 英文键盘（US）</source>
        <translation>An input method or full-width signs. Switch to English and set the scanner to an English keyboard (US)</translation>
    </message>
    <message>
        <source>这是手打的，或扫码枪太慢（{gap} 毫秒一位）。扫码枪设为最快，后缀设为回车</source>
        <translation>Typed by hand, or the scanner is slow ({gap} ms a key). Set it to its fastest speed, with Enter as suffix</translation>
    </message>
</context>
<context>
    <name>SerialScale</name>
    <message>
        <source>这台电脑没有接电子秤。到“设备”里选它的串口</source>
        <translation>This PC has no scale. Choose its port in Devices</translation>
    </message>
    <message>
        <source>电子秤没有回答。看电源和线，再按一次</source>
        <translation>The scale does not answer. Look at power and cable, then press again</translation>
    </message>
    <message>
        <source>秤上太重，超过量程。拿下一些再称</source>
        <translation>Too much on the scale. Take some off and weigh again</translation>
    </message>
    <message>
        <source>秤还没稳。放稳了再按</source>
        <translation>The scale still moves. Wait until it stands, then press again</translation>
    </message>
    <message>
        <source>秤上没有东西，或没有归零。放上再按</source>
        <translation>Nothing is on the scale, or it is not at zero. Put the goods on and press again</translation>
    </message>
</context>
<context>
    <name>SettingPane</name>
    <message>
        <source>只看改过的</source>
        <translation>Changed only</translation>
    </message>
    <message>
        <source>找设置：名称、说明、拼音</source>
        <translation>Find setting: name, words, pinyin</translation>
    </message>
    <message>
        <source>找设置</source>
        <translation>Find setting</translation>
    </message>
    <message>
        <source>共 {all} 项，改过 {changed} 项</source>
        <translation>{all} settings, {changed} changed</translation>
    </message>
    <message>
        <source>没有“{text}”这样的设置。换个词再找</source>
        <translation>No setting like “{text}”. Try another word</translation>
    </message>
    <message>
        <source>没有改过的设置，都是默认值。</source>
        <translation>No setting was changed; all are defaults.</translation>
    </message>
    <message>
        <source>{title}已保存</source>
        <translation>{title} saved</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>已改</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Restore default</translation>
    </message>
    <message>
        <source>默认：{value}</source>
        <translation>Default: {value}</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>未设</source>
        <translation>Not set</translation>
    </message>
</context>
<context>
    <name>SettlementForm</name>
    <message>
        <source>冲用</source>
        <translation>Applied</translation>
    </message>
    <message>
        <source>核销</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>核销方式</source>
        <translation>Way of settling</translation>
    </message>
    <message>
        <source>往来单位</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Business date</translation>
    </message>
    <message>
        <source>转入单位</source>
        <translation>To partner</translation>
    </message>
    <message>
        <source>核销金额</source>
        <translation>Amount settled</translation>
    </message>
    <message>
        <source>有一格还没填好。改好再过账</source>
        <translation>One cell is not right yet. Correct it, then post</translation>
    </message>
    <message>
        <source>还没写欠款转给谁</source>
        <translation>Say whom the debt moves to</translation>
    </message>
    <message>
        <source>还没选要核销的单。按空格选，或按 F3 自动匹配</source>
        <translation>No documents to settle yet. Space chooses, F3 matches</translation>
    </message>
    <message>
        <source>两边差 {difference}，要一样才能核销</source>
        <translation>The two sides differ by {difference}; they must be equal to settle</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>已核销</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>本次</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>选了往来单位，这里就有没结的单。</source>
        <translation>Choose a partner, and the open documents are here.</translation>
    </message>
    <message>
        <source>这一边没有没结的单。</source>
        <translation>No open documents on this side.</translation>
    </message>
    <message>
        <source>冲用合计</source>
        <translation>Total applied</translation>
    </message>
    <message>
        <source>核销合计</source>
        <translation>Total settled</translation>
    </message>
    <message>
        <source>两边差</source>
        <translation>Difference</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>不做了</source>
        <translation>Never mind</translation>
    </message>
    <message>
        <source>写明原因</source>
        <translation>Write the reason</translation>
    </message>
</context>
<context>
    <name>SheetGrid</name>
    <message>
        <source>原表对照</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>改这一格</source>
        <translation>Edit this cell</translation>
    </message>
</context>
<context>
    <name>ShiftFlow</name>
    <message>
        <source>先收完这张单，或按 F8 挂起来，再交班</source>
        <translation>Finish this sale or hold it with F8, then close the shift</translation>
    </message>
    <message>
        <source>{till} {cashier} {time} 开班</source>
        <translation>{till} {cashier} opened {time}</translation>
    </message>
    <message>
        <source>已开班，可以收银了</source>
        <translation>Shift open, ready to sell</translation>
    </message>
    <message>
        <source>中途报表会露出应有现金，请店长登录后打</source>
        <translation>The interim report shows the expected cash; the manager logs in to print it</translation>
    </message>
    <message>
        <source>{number} 已交班，实点 {counted}</source>
        <translation>{number} closed, counted {counted}</translation>
    </message>
</context>
<context>
    <name>SpendingForm</name>
    <message>
        <source>项目行</source>
        <translation>Item lines</translation>
    </message>
    <message>
        <source>收款账户</source>
        <translation>Paid into</translation>
    </message>
    <message>
        <source>付款账户</source>
        <translation>Paid from</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Business date</translation>
    </message>
    <message>
        <source>收入合计</source>
        <translation>Total income</translation>
    </message>
    <message>
        <source>费用合计</source>
        <translation>Total expense</translation>
    </message>
    <message>
        <source>有一格还没填好。改好再过账</source>
        <translation>One cell is not right yet. Correct it, then post</translation>
    </message>
    <message>
        <source>还没有一行。在项目格填名称或拼音</source>
        <translation>No lines yet. Type a name or pinyin in the item cell</translation>
    </message>
    <message>
        <source>第 {row} 行：{reason}</source>
        <translation>Line {row}: {reason}</translation>
    </message>
    <message>
        <source>没有项目</source>
        <translation>No item</translation>
    </message>
    <message>
        <source>没有金额</source>
        <translation>No amount</translation>
    </message>
    <message>
        <source>税额要小于金额</source>
        <translation>The tax must be below the amount</translation>
    </message>
    <message>
        <source>其中税额</source>
        <translation>Tax included</translation>
    </message>
    <message>
        <source>收支项目</source>
        <translation>Income or expense item</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>职员</source>
        <translation>Employee</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>核算项目</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Lines</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>打印机 未设置</source>
        <translation>Printer not set up</translation>
    </message>
    <message>
        <source>扫码枪 就绪</source>
        <translation>Scanner ready</translation>
    </message>
    <message>
        <source>数据库 正常</source>
        <translation>Database fine</translation>
    </message>
</context>
<context>
    <name>StockLevelsDock</name>
    <message>
        <source>光标停在商品上，这里就有它在各仓的数量。</source>
        <translation>Rest on a product and its quantity in each warehouse appears here.</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>现存</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>占用</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>在途</source>
        <translation>Due in</translation>
    </message>
    <message>
        <source>可用</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>没有进过货，也没有在途，各仓都没有。</source>
        <translation>Never purchased, nothing incoming, none in any warehouse.</translation>
    </message>
    <message>
        <source>合计（{unit}）</source>
        <translation>Total ({unit})</translation>
    </message>
</context>
<context>
    <name>StockListPane</name>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>成本金额</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>调拨</source>
        <translation>Transfers</translation>
    </message>
    <message>
        <source>还没有调拨单。货从一个仓库搬到另一个就记一张，账不动。</source>
        <translation>No transfers yet. Enter one when goods move from one warehouse to another; the books stay as they are.</translation>
    </message>
    <message>
        <source>调出 → 调入</source>
        <translation>From → to</translation>
    </message>
    <message>
        <source>调拨入库</source>
        <translation>Received transfers</translation>
    </message>
    <message>
        <source>还没有调拨入库单。在途的调拨到货了，从那张调拨单上收。</source>
        <translation>No transfer receipts yet. When a transfer on its way comes, receive it from the transfer.</translation>
    </message>
    <message>
        <source>调拨单</source>
        <translation>Stock transfer</translation>
    </message>
    <message>
        <source>盘点</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>还没有盘点单。拿着扫描枪盘，店里照常卖货，差异自动生成报溢报损。</source>
        <translation>No counts yet. Count with the scanner while the shop sells; differences become gains and losses by themselves.</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>其他入库</source>
        <translation>Other receipts</translation>
    </message>
    <message>
        <source>还没有其他入库单。投入的、别人送的货记一张，另一边选科目。</source>
        <translation>No other receipts yet. Enter goods put in by the owner or given; choose the account on the other side.</translation>
    </message>
    <message>
        <source>对方科目</source>
        <translation>Counter account</translation>
    </message>
    <message>
        <source>其他出库</source>
        <translation>Other issues</translation>
    </message>
    <message>
        <source>还没有其他出库单。自用的、送样的货记一张，按成本出库。</source>
        <translation>No other issues yet. Enter goods used in the house or given as samples; they leave at cost.</translation>
    </message>
    <message>
        <source>成本调整</source>
        <translation>Cost adjustment</translation>
    </message>
    <message>
        <source>还没有成本调整单。库存金额不对就记一张：货不动，只改金额。</source>
        <translation>No cost adjustment yet. Where the value of stock is wrong, write one: no goods move, only their value.</translation>
    </message>
    <message>
        <source>重算</source>
        <translation>Recost</translation>
    </message>
    <message>
        <source>还没有重算过成本。单据补录到以前的日期，就重算一次。</source>
        <translation>No recost yet. Make one when documents were entered late, for earlier days.</translation>
    </message>
    <message>
        <source>起算日</source>
        <translation>From day</translation>
    </message>
    <message>
        <source>组装</source>
        <translation>Assembly</translation>
    </message>
    <message>
        <source>还没有组装单。几样货拼成一样卖就记一张，成品的成本是零件加上加工费。</source>
        <translation>No assembly yet. Write one when several goods become one to sell; it costs what its parts cost, and the fee.</translation>
    </message>
    <message>
        <source>成品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>拆卸</source>
        <translation>Disassembly</translation>
    </message>
    <message>
        <source>还没有拆卸单。一样货拆成几样就记一张，成本分给零件。</source>
        <translation>No disassembly yet. Write one when one thing becomes several; they share its cost.</translation>
    </message>
    <message>
        <source>报损</source>
        <translation>Losses</translation>
    </message>
    <message>
        <source>还没有报损单。破了、过期了、被偷了就记一张，库存和账一起减。</source>
        <translation>No losses yet. Enter what broke, expired or was stolen; stock and books go down together.</translation>
    </message>
    <message>
        <source>报溢</source>
        <translation>Gains</translation>
    </message>
    <message>
        <source>还没有报溢单。多出来的货记一张，按现在的成本入库。</source>
        <translation>No gains yet. Enter goods that turned up; they come in at today&apos;s cost.</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>State</translation>
    </message>
    <message>
        <source>还没有损溢处理单。挂着待处理的报损报溢，查明后从那张单上处理。</source>
        <translation>No resolutions yet. Losses and gains left open are resolved from their own paper once it is known who bears them.</translation>
    </message>
    <message>
        <source>原单</source>
        <translation>Original</translation>
    </message>
</context>
<context>
    <name>StockPane</name>
    <message numerus="yes">
        <source>种</source>
        <translation>
            <numerusform>product</numerusform>
            <numerusform>products</numerusform>
        </translation>
    </message>
    <message>
        <source>还没有商品。先建商品，再写采购入库单或期初库存。</source>
        <translation>No products yet. Create them first, then write a goods receipt or opening stock.</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>有货</source>
        <translation>In stock</translation>
    </message>
    <message>
        <source>缺货</source>
        <translation>Out of stock</translation>
    </message>
    <message>
        <source>负数</source>
        <translation>Negative</translation>
    </message>
    <message>
        <source>低于下限</source>
        <translation>Below min</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>全部仓库</source>
        <translation>All warehouses</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>全部类别</source>
        <translation>All categories</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>编号、名称、规格、拼音</source>
        <translation>Code, name, spec, pinyin</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>现存</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>占用</source>
        <translation>Reserved</translation>
    </message>
    <message>
        <source>在途</source>
        <translation>Incoming</translation>
    </message>
    <message>
        <source>可用</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>下限</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>上限</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>零售价</source>
        <translation>Retail price</translation>
    </message>
    <message>
        <source>成本单价</source>
        <translation>Unit cost</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>没有符合筛选的商品。</source>
        <translation>No product fits the filters.</translation>
    </message>
    <message>
        <source>{count} {unit} · 库存金额 {value}</source>
        <translation>{count} {unit} · stock value {value}</translation>
    </message>
</context>
<context>
    <name>SuggestPopup</name>
    <message>
        <source>候选</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>选择</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>取用</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>SupplierPane</name>
    <message>
        <source>{name} 也是客户了</source>
        <translation>{name} is a customer too now</translation>
    </message>
    <message>
        <source>还没有供应商。写第一个只要名称；有供应商表就从“导入”进来。</source>
        <translation>No suppliers yet. The first needs only a name; a supplier list comes in by Import.</translation>
    </message>
    <message>
        <source>发票</source>
        <translation>Invoice</translation>
    </message>
</context>
<context>
    <name>SupplierPricePane</name>
    <message>
        <source>先选供应商，这里是它的进价。</source>
        <translation>Choose a supplier first; its prices stand here.</translation>
    </message>
    <message>
        <source>供应商</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>还没有它的进价。在商品格填商品，或录供应商报价单，审核后自动进来。</source>
        <translation>No prices of it yet. Type goods into the product cell, or enter a supplier quotation; approved, it comes in by itself.</translation>
    </message>
    <message>
        <source>{count} 条。同一商品有几条时，开始得最晚的算。</source>
        <translation>{count} prices. Of several for one product the one that began last counts.</translation>
    </message>
    <message>
        <source>{name} 的价目已保存，改动 {count} 条</source>
        <translation>Prices of {name} kept, {count} changed</translation>
    </message>
</context>
<context>
    <name>TableSaver</name>
    <message>
        <source>这里没有可以导出的表</source>
        <translation>There is no table here to export</translation>
    </message>
    <message>
        <source>没有导出的权限。让有权的人来做</source>
        <translation>You may not export. Ask somebody who may</translation>
    </message>
    <message>
        <source>存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>正在导出 {title}</source>
        <translation>Exporting {title}</translation>
    </message>
    <message>
        <source>{name} 已经有了。换成新的？</source>
        <translation>{name} is there already. Replace it?</translation>
    </message>
</context>
<context>
    <name>TenderSheet</name>
    <message>
        <source>结算</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>{pieces} 件</source>
        <translation>{pieces} pcs</translation>
    </message>
    <message>
        <source>{pieces} 件，已抹零 {off}</source>
        <translation>{pieces} pcs, rounded off {off}</translation>
    </message>
    <message>
        <source>应收</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>应退</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>上次断开前填的金额在这里，还没有记账。对一下再按 Enter</source>
        <translation>The amounts typed before the break are here; nothing is booked yet. Check them, then press Enter</translation>
    </message>
    <message>
        <source>扫到的是付款码，没有记下。请客人扫店里的收款码，到账后按 Enter</source>
        <translation>That was a payment code; it was not kept. Have the customer scan the shop&apos;s code, and press Enter once the money is in</translation>
    </message>
    <message>
        <source>正在结算。先按 Esc 返回改单，再扫商品</source>
        <translation>Payment is under way. Press Esc to go back, then scan</translation>
    </message>
    <message>
        <source>还差</source>
        <translation>Left to pay</translation>
    </message>
    <message>
        <source>退给客人</source>
        <translation>Back to customer</translation>
    </message>
    <message>
        <source>找零</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>完成并打印小票</source>
        <translation>Finish and print</translation>
    </message>
    <message>
        <source>完成，不打小票</source>
        <translation>Finish, no receipt</translation>
    </message>
    <message>
        <source>正在记账…</source>
        <translation>Booking…</translation>
    </message>
    <message>
        <source>有现金，完成后自动开钱箱</source>
        <translation>With cash the drawer opens at the end</translation>
    </message>
    <message>
        <source>现金应付</source>
        <translation>Cash due</translation>
    </message>
    <message>
        <source>收到现金</source>
        <translation>Cash received</translation>
    </message>
    <message>
        <source>恰好 {amount}</source>
        <translation>Exactly {amount}</translation>
    </message>
    <message>
        <source>现金快捷键：点一下即填入</source>
        <translation>Cash keys: one click fills it in</translation>
    </message>
    <message>
        <source>换支付方式</source>
        <translation>Other payment</translation>
    </message>
    <message>
        <source>整单优惠</source>
        <translation>Order discount</translation>
    </message>
    <message>
        <source>抹零</source>
        <translation>Round off</translation>
    </message>
    <message>
        <source>不打小票</source>
        <translation>No receipt</translation>
    </message>
</context>
<context>
    <name>TillActions</name>
    <message>
        <source>这台电脑没有接电子秤</source>
        <translation>This PC has no scale</translation>
    </message>
    <message>
        <source>没有可撤销的了</source>
        <translation>Nothing left to undo</translation>
    </message>
    <message>
        <source>先扫一个没有登记的条码</source>
        <translation>Scan an unknown barcode first</translation>
    </message>
    <message>
        <source>还没有开班。先开班再收银</source>
        <translation>No shift is open. Open one, then sell</translation>
    </message>
    <message>
        <source>还没有扫要换走的商品。只退不换就按 Esc，再按 F9 退货</source>
        <translation>Nothing that goes out was scanned. For a return only, Esc, then F9</translation>
    </message>
    <message>
        <source>小票上还没有商品。先扫商品</source>
        <translation>The receipt is empty. Scan a product first</translation>
    </message>
    <message>
        <source>“{right}”要店长授权。请店长登录后来做</source>
        <translation>“{right}” needs the manager. Ask the manager to log in and do it</translation>
    </message>
    <message>
        <source>收银员要做：{right}</source>
        <translation>The cashier wants to: {right}</translation>
    </message>
</context>
<context>
    <name>TillBar</name>
    <message>
        <source>还没有开班</source>
        <translation>No shift open</translation>
    </message>
    <message>
        <source>{time} 开班，第 {number} 单</source>
        <translation>Opened {time}, sale {number}</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>离开收银</source>
        <translation>Leave the till</translation>
    </message>
</context>
<context>
    <name>TillDesk</name>
    <message>
        <source>小票上还没有商品。先扫商品</source>
        <translation>The receipt is empty. Scan a product first</translation>
    </message>
    <message>
        <source>{product} 不按重量卖</source>
        <translation>{product} is not sold by weight</translation>
    </message>
    <message>
        <source>没看懂。F1 看怎么输</source>
        <translation>Not understood. F1 shows what can be typed</translation>
    </message>
    <message>
        <source>秤标签上已有重量，不用先输数量。直接扫</source>
        <translation>The label says how much already; just scan it, without a quantity</translation>
    </message>
    <message>
        <source>扫到的是付款码，没有记下。先按 F12 结算，再请客人扫店里的收款码</source>
        <translation>That was a payment code; it was not kept. Press F12 to pay, then have the customer scan the shop&apos;s code</translation>
    </message>
    <message>
        <source>券 {code}：{name} 优惠 {off}</source>
        <translation>Coupon {code}: {name} takes {off} off</translation>
    </message>
    <message>
        <source>券 {code} 记在小票上了，现在还用不上</source>
        <translation>Coupon {code} is on the ticket; it does not apply yet</translation>
    </message>
</context>
<context>
    <name>TillPane</name>
    <message>
        <source>正在记账，马上就好</source>
        <translation>Booking, done in a moment</translation>
    </message>
    <message>
        <source>上次断开时 {number} 已收款，没有重复收。小票没出来就按 F11 重打</source>
        <translation>When the connection broke, {number} was paid; it was not charged twice. If no receipt came out, reprint it with F11</translation>
    </message>
    <message>
        <source>上次没收完的小票在这里，接着扫就行</source>
        <translation>The receipt left unfinished is here; just scan on</translation>
    </message>
    <message>
        <source>这一班是 {day} 开的，还没有交班。先按 Ctrl+Shift+J 交班</source>
        <translation>This shift was opened on {day} and is not closed. Close it with Ctrl+Shift+J first</translation>
    </message>
    <message>
        <source>已加入：{product} ×{quantity}</source>
        <translation>Added: {product} ×{quantity}</translation>
    </message>
    <message>
        <source>新建商品</source>
        <translation>New product</translation>
    </message>
    <message>
        <source>绑定到已有商品</source>
        <translation>Belongs to a known product</translation>
    </message>
    <message>
        <source>没有这个条码 {code}。新建商品，或看看是不是扫了箱码</source>
        <translation>No such barcode {code}. Create the product, or see whether the case was scanned</translation>
    </message>
    <message>
        <source>没有这个条码 {code}。看看是不是扫了箱码，或请店长建商品</source>
        <translation>No such barcode {code}. See whether the case was scanned, or ask the manager to create the product</translation>
    </message>
    <message>
        <source>不换了，退回的商品已去掉</source>
        <translation>No exchange; what came back was taken off</translation>
    </message>
    <message>
        <source>再按一次 Esc 整单取消</source>
        <translation>Press Esc again to cancel the sale</translation>
    </message>
</context>
<context>
    <name>TillPapers</name>
    <message>
        <source>这台收银机还没有卖过，没有可重打的小票</source>
        <translation>This till has sold nothing yet; there is no receipt to reprint</translation>
    </message>
    <message>
        <source>{number} 已送去重打</source>
        <translation>{number} sent to be reprinted</translation>
    </message>
    <message>
        <source>钱箱已打开，并记在操作日志里</source>
        <translation>The drawer is open, and the audit log notes it</translation>
    </message>
</context>
<context>
    <name>TillPayment</name>
    <message>
        <source>不知道这张单收了没有，数据库没有回答。再按一次回车，不会收两次</source>
        <translation>The database did not answer, so it is not known whether this sale is paid. Press Enter again; it will not be charged twice</translation>
    </message>
</context>
<context>
    <name>TodoDock</name>
    <message>
        <source>没有等着做的事。</source>
        <translation>Nothing waits to be done.</translation>
    </message>
    <message>
        <source>事情</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>多少</source>
        <translation>How much</translation>
    </message>
    <message>
        <source>{count} 件</source>
        <translation>{count} to do</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>还没核对账实</source>
        <translation>Books not checked yet</translation>
    </message>
    <message>
        <source>还没有备份</source>
        <translation>No backup yet</translation>
    </message>
</context>
<context>
    <name>TopupFlow</name>
    <message>
        <source>还没有开班。先开班再收银</source>
        <translation>No shift is open. Open one, then sell</translation>
    </message>
    <message>
        <source>先按 F3 叫出会员，再充值</source>
        <translation>Press F3 and call a member first, then top up</translation>
    </message>
    <message>
        <source>{number} 已充值 {amount}，卡上有 {value}</source>
        <translation>{number}: {amount} paid in, {value} on the card</translation>
    </message>
</context>
<context>
    <name>TopupSheet</name>
    <message>
        <source>储值充值</source>
        <translation>Top up</translation>
    </message>
    <message>
        <source>收款并充到卡上</source>
        <translation>Take the money onto the card</translation>
    </message>
    <message>
        <source>{name}，卡上有 {value}</source>
        <translation>{name}, {value} on the card</translation>
    </message>
    <message>
        <source>正在充值。先按 Esc 返回，再扫</source>
        <translation>Topping up. Press Esc first, then scan</translation>
    </message>
    <message>
        <source>还没填充值金额</source>
        <translation>The amount is missing</translation>
    </message>
    <message>
        <source>收款</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>赠送</source>
        <translation>Bonus</translation>
    </message>
    <message>
        <source>付款方式</source>
        <translation>Way to pay</translation>
    </message>
</context>
<context>
    <name>TotalsCard</name>
    <message>
        <source>原价合计</source>
        <translation>Before discounts</translation>
    </message>
    <message>
        <source>优惠</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>抹零（{mode}）</source>
        <translation>Rounding ({mode})</translation>
    </message>
    <message>
        <source>抹零</source>
        <translation>Round off</translation>
    </message>
    <message>
        <source>{pieces} 件 · {lines} 行</source>
        <translation>{pieces} pcs · {lines} lines</translation>
    </message>
    <message>
        <source>应收</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>应退</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>换回</source>
        <translation>Brought back</translation>
    </message>
    <message>
        <source>已收款</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>收到</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>退给客人</source>
        <translation>Back to customer</translation>
    </message>
    <message>
        <source>找零</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>TotalsRow</name>
    <message numerus="yes">
        <source>行</source>
        <translation>
            <numerusform>row</numerusform>
            <numerusform>rows</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} {unit}</source>
        <translation>{count} {unit}</translation>
    </message>
    <message>
        <source>选中 {count} {unit}</source>
        <translation>{count} {unit} selected</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>TransferForm</name>
    <message>
        <source>转出账户</source>
        <translation>From account</translation>
    </message>
    <message>
        <source>转入账户</source>
        <translation>To account</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Business date</translation>
    </message>
    <message>
        <source>到账金额</source>
        <translation>Amount arriving</translation>
    </message>
    <message>
        <source>手续费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>转出合计</source>
        <translation>Total transferred</translation>
    </message>
    <message>
        <source>有一格还没填好。改好再过账</source>
        <translation>One cell is not right yet. Correct it, then post</translation>
    </message>
    <message>
        <source>转出和转入是同一个账户。改一个</source>
        <translation>Both accounts of the transfer are the same. Change one</translation>
    </message>
    <message>
        <source>还没填金额</source>
        <translation>No amount yet</translation>
    </message>
    <message>
        <source>{account} 只有 {balance}，转出后是 {after}</source>
        <translation>{account} has only {balance}; {after} after the transfer</translation>
    </message>
    <message>
        <source>到账</source>
        <translation>Arrives</translation>
    </message>
    <message>
        <source>调出仓</source>
        <translation>From</translation>
    </message>
    <message>
        <source>调入仓</source>
        <translation>To</translation>
    </message>
    <message>
        <source>到货</source>
        <translation>Arrival</translation>
    </message>
    <message>
        <source>只有一个仓库，没有地方可调。先在“仓库”里新建一个</source>
        <translation>There is only one warehouse, so goods have nowhere to go. Add another under “Warehouses” first</translation>
    </message>
    <message>
        <source>调出仓和调入仓是同一个。改一个</source>
        <translation>Both warehouses are the same. Change one</translation>
    </message>
</context>
<context>
    <name>TransferPane</name>
    <message>
        <source>这张没有在途的货</source>
        <translation>Nothing of this one is on its way</translation>
    </message>
</context>
<context>
    <name>TrialPage</name>
    <message>
        <source>行要写入</source>
        <translation>rows to write</translation>
    </message>
    <message>
        <source>行已有</source>
        <translation>rows there</translation>
    </message>
    <message>
        <source>行排除</source>
        <translation>rows left out</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Totals</translation>
    </message>
    <message>
        <source>这张表没有可以加总的列。</source>
        <translation>This table has no columns that can be added.</translation>
    </message>
    <message>
        <source>写入后可以在列表里改</source>
        <translation>can be changed later</translation>
    </message>
    <message>
        <source>不动它们</source>
        <translation>stay as they are</translation>
    </message>
    <message>
        <source>不导入，可以存成清单</source>
        <translation>can be saved as a list</translation>
    </message>
    <message>
        <source>写进去是这样</source>
        <translation>As it will be written</translation>
    </message>
    <message>
        <source>和原表的合计核对</source>
        <translation>Beside the totals of the file</translation>
    </message>
    <message>
        <source>最多列出 {count} 行</source>
        <translation>up to {count} rows</translation>
    </message>
</context>
<context>
    <name>UserCard</name>
    <message>
        <source>登录名</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>再输一次密码</source>
        <translation>Password again</translation>
    </message>
    <message>
        <source>新用户</source>
        <translation>New user</translation>
    </message>
    <message>
        <source>两次输入的密码不一样。再输一次</source>
        <translation>The passwords differ. Type them again</translation>
    </message>
    <message>
        <source>新用户要有密码。输入两次</source>
        <translation>A new user needs a password. Type it twice</translation>
    </message>
    <message>
        <source>不改就空着</source>
        <translation>Empty: unchanged</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>能做什么</source>
        <translation>Rights</translation>
    </message>
    <message>
        <source>权限</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>来自</source>
        <translation>From</translation>
    </message>
</context>
<context>
    <name>UserPane</name>
    <message>
        <source>老板还没有密码，谁打开电脑都能进来。先给老板设密码，再加用户。</source>
        <translation>The owner has no password, so whoever opens the computer gets in. Set the owner&apos;s password first, then add users.</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>恢复码</source>
        <translation>Recovery codes</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>没有密码</source>
        <translation>No password</translation>
    </message>
    <message>
        <source>等 {minutes} 分钟</source>
        <translation>Locked {minutes} min</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>{name} 已保存</source>
        <translation>{name} saved</translation>
    </message>
</context>
<context>
    <name>VariantPane</name>
    <message>
        <source>款</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>先选一个商品做款，如 T恤。左边是已有的款。</source>
        <translation>First choose a product as the style, such as T-shirt. At the left are the styles there are.</translation>
    </message>
    <message>
        <source>还没有分颜色尺码。在左边写属性，按 Ctrl+G 生成，再 F12 保存。</source>
        <translation>No colours or sizes yet. Write what variants differ in at the left, press Ctrl+G to generate them, then F12.</translation>
    </message>
    <message>
        <source>{count} 种，各有编号、条码、价格、库存。款自己不买不卖。</source>
        <translation>{count} variants, each with its own code, barcode, price and stock. The style itself is neither bought nor sold.</translation>
    </message>
    <message>
        <source>{name} 的颜色尺码已保存，改动 {count} 种</source>
        <translation>Variants of {name} saved, {count} changed</translation>
    </message>
    <message>
        <source>颜色：红 黑 白</source>
        <translation>Colour: red black white</translation>
    </message>
    <message>
        <source>尺码：S M L</source>
        <translation>Size: S M L</translation>
    </message>
    <message>
        <source>可以不写</source>
        <translation>may stay empty</translation>
    </message>
    <message>
        <source>属性 {place}</source>
        <translation>Differ in {place}</translation>
    </message>
    <message>
        <source>已有的款</source>
        <translation>Styles there are</translation>
    </message>
    <message>
        <source>生成</source>
        <translation>Generate</translation>
    </message>
    <message>
        <source>添了 {count} 种，F12 保存</source>
        <translation>{count} added, F12 saves them</translation>
    </message>
    <message>
        <source>这些都有了</source>
        <translation>All of these are there</translation>
    </message>
    <message>
        <source>先选一个商品做款</source>
        <translation>First choose a product as the style</translation>
    </message>
    <message>
        <source>先写属性，如 颜色：红 黑 白</source>
        <translation>First write what they differ in, such as Colour: red black white</translation>
    </message>
    <message>
        <source>改动还没有保存。F12 保存，或 F5 放弃</source>
        <translation>There are unsaved changes. F12 saves them, F5 drops them</translation>
    </message>
</context>
<context>
    <name>VersionsPane</name>
    <message>
        <source>打开一张报价单，从“…”里看它的版本。</source>
        <translation>Open a quotation and look at its versions from “…”.</translation>
    </message>
    <message>
        <source>两版对照</source>
        <translation>Two versions compared</translation>
    </message>
    <message>
        <source>{title} {number} 第 {version} 版</source>
        <translation>{title} {number} version {version}</translation>
    </message>
    <message>
        <source>第 {before} 版 → 第 {after} 版：{old} → {new}</source>
        <translation>Version {before} → {after}: {old} → {new}</translation>
    </message>
    <message>
        <source>第 {after} 版，只有这一版</source>
        <translation>Version {after}, the only one</translation>
    </message>
</context>
<context>
    <name>VoucherList</name>
    <message>
        <source>字号、摘要</source>
        <translation>Number, summary</translation>
    </message>
    <message numerus="yes">
        <source>张</source>
        <translation>
            <numerusform>voucher</numerusform>
            <numerusform>vouchers</numerusform>
        </translation>
    </message>
    <message>
        <source>这段时间没有凭证。单据过账就有。</source>
        <translation>No vouchers in this time. Posting a document makes one.</translation>
    </message>
    <message>
        <source>新凭证</source>
        <translation>New voucher</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>没有这样的凭证。</source>
        <translation>No such voucher.</translation>
    </message>
</context>
<context>
    <name>VoucherPane</name>
    <message numerus="yes">
        <source>行</source>
        <translation>
            <numerusform>row</numerusform>
            <numerusform>rows</numerusform>
        </translation>
    </message>
    <message>
        <source>正在读取，稍等</source>
        <translation>Reading, one moment</translation>
    </message>
    <message>
        <source>这张凭证已记账</source>
        <translation>This voucher is entered</translation>
    </message>
    <message>
        <source>没有审核和记账凭证的权限</source>
        <translation>No right to approve and enter vouchers</translation>
    </message>
    <message>
        <source>这是第一张凭证</source>
        <translation>This is the first voucher</translation>
    </message>
    <message>
        <source>这是最后一张凭证</source>
        <translation>This is the last voucher</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>会计科目</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>辅助核算</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>借方</source>
        <translation>Debit</translation>
    </message>
    <message>
        <source>贷方</source>
        <translation>Credit</translation>
    </message>
    <message>
        <source>打开单据</source>
        <translation>Open document</translation>
    </message>
    <message>
        <source>复制所选</source>
        <translation>Copy selection</translation>
    </message>
    <message>
        <source>{day} · 附单据 {count} 张 · 制单 {person}</source>
        <translation>{day} · {count} attached · created by {person}</translation>
    </message>
    <message>
        <source>借贷平衡</source>
        <translation>Debits equal credits</translation>
    </message>
    <message>
        <source>借贷不平</source>
        <translation>Debits and credits differ</translation>
    </message>
</context>
<context>
    <name>VoucherPreview</name>
    <message>
        <source>写单据时，这里有它要记的账。</source>
        <translation>While a document is written, what it will book appears here.</translation>
    </message>
    <message>
        <source>报价和订单不记账，出入库时才记。</source>
        <translation>Quotations and orders book nothing; goods moves do.</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>会计科目</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>辅助核算</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>借方</source>
        <translation>Debit</translation>
    </message>
    <message>
        <source>贷方</source>
        <translation>Credit</translation>
    </message>
    <message>
        <source>过账后生成凭证</source>
        <translation>Posting makes the voucher</translation>
    </message>
    <message>
        <source>这张单没有记账：金额是 0。</source>
        <translation>This document books nothing: its amount is 0.</translation>
    </message>
    <message>
        <source>交班后编号</source>
        <translation>Numbered when the shift closes</translation>
    </message>
    <message>
        <source>合计  借贷平衡 ✓</source>
        <translation>Total  debits equal credits ✓</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>VoucherReview</name>
    <message>
        <source>审核</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>记账</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>凭证 {voucher} 已审核</source>
        <translation>Voucher {voucher} approved</translation>
    </message>
    <message>
        <source>凭证 {voucher} 已记账</source>
        <translation>Voucher {voucher} entered</translation>
    </message>
    <message>
        <source>凭证 {voucher} 的审核已取消</source>
        <translation>Approval of voucher {voucher} taken back</translation>
    </message>
</context>
<context>
    <name>WarehousePane</name>
    <message>
        <source>货放在哪里：店面、后仓、分店……有两个以上就能调拨。分配给谁（登录名）就只有谁看得到。改一格就保存一格。</source>
        <translation>Where goods lie: shop, back room, branch … With two or more, goods can be moved. Assigned to some (login names), only they see it. Each cell is kept as you leave it.</translation>
    </message>
</context>
<context>
    <name>WayRow</name>
    <message>
        <source>按 {key}</source>
        <translation>Press {key}</translation>
    </message>
    <message>
        <source>{way}金额</source>
        <translation>{way} amount</translation>
    </message>
    <message>
        <source>从会员卡上扣</source>
        <translation>Taken off the card</translation>
    </message>
    <message>
        <source>收银员已确认到账</source>
        <translation>The cashier saw the money come in</translation>
    </message>
    <message>
        <source>等客人付款，到账再按 Enter</source>
        <translation>Wait for the customer to pay, then press Enter</translation>
    </message>
    <message>
        <source>客人给的钱</source>
        <translation>Money given</translation>
    </message>
</context>
<context>
    <name>WishForm</name>
    <message>
        <source>有一格还没填好。先改好</source>
        <translation>A cell is not right yet. Mend it first</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Business date</translation>
    </message>
</context>
<context>
    <name>WishPane</name>
    <message>
        <source>审核</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>{number} 已审核</source>
        <translation>{number} is approved</translation>
    </message>
</context>
<context>
    <name>WorthForm</name>
    <message>
        <source>成本合计</source>
        <translation>Total cost</translation>
    </message>
</context>
<context>
    <name>WriteFlow</name>
    <message>
        <source>没有备份</source>
        <translation>No backup</translation>
    </message>
    <message>
        <source>正在备份账套</source>
        <translation>Backing the shop up</translation>
    </message>
    <message>
        <source>已备份并验证</source>
        <translation>Backed up and verified</translation>
    </message>
    <message>
        <source>没有备份：设置里没有选备份文件夹</source>
        <translation>No backup: no folder for backups is chosen in the settings</translation>
    </message>
</context>
<context>
    <name>WritePage</name>
    <message>
        <source>写入</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>写入 {count} 行</source>
        <translation>Writing {count} rows</translation>
    </message>
    <message>
        <source>写入：要么全部，要么一行也不写</source>
        <translation>Writing: all rows or none</translation>
    </message>
</context>
<context>
    <name>_HeldRow</name>
    <message>
        <source>{pieces} 件</source>
        <translation>{pieces} pcs</translation>
    </message>
</context>
<context>
    <name>analysis</name>
    <message>
        <source>等我审核</source>
        <translation>Waiting for me</translation>
    </message>
    <message>
        <source>被驳回的单</source>
        <translation>Rejected documents</translation>
    </message>
    <message>
        <source>没写完的单</source>
        <translation>Unfinished document</translation>
    </message>
    <message>
        <source>欠款到期</source>
        <translation>Debt due</translation>
    </message>
    <message>
        <source>钱包该到账了</source>
        <translation>Wallet money due</translation>
    </message>
    <message>
        <source>答应今天付款</source>
        <translation>Promised for today</translation>
    </message>
    <message>
        <source>{name}，答应 {day}</source>
        <translation>{name}, promised {day}</translation>
    </message>
    <message>
        <source>快卖完的货</source>
        <translation>Goods running out</translation>
    </message>
    <message>
        <source>快到期的货</source>
        <translation>Goods that expire soon</translation>
    </message>
    <message>
        <source>{quantity} {unit}，已过期 {days} 天</source>
        <translation>{quantity} {unit}, expired {days} days ago</translation>
    </message>
    <message>
        <source>{quantity} {unit}，还有 {days} 天</source>
        <translation>{quantity} {unit}, {days} days left</translation>
    </message>
    <message>
        <source>在途很久的调拨</source>
        <translation>Transfers long on their way</translation>
    </message>
    <message>
        <source>{days} 天</source>
        <translation>{days} days</translation>
    </message>
    <message>
        <source>没交的班</source>
        <translation>Shift not closed</translation>
    </message>
    <message>
        <source>收银台 {till} {person}</source>
        <translation>Till {till} {person}</translation>
    </message>
    <message>
        <source>纳税界线</source>
        <translation>Tax lines</translation>
    </message>
    <message>
        <source>一般纳税人标准</source>
        <translation>General-taxpayer limit</translation>
    </message>
    <message>
        <source>起征点</source>
        <translation>VAT exemption line</translation>
    </message>
    <message>
        <source>已到</source>
        <translation>reached</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>还没有备份过</source>
        <translation>Never backed up</translation>
    </message>
    <message>
        <source>该备份了</source>
        <translation>Backup is due</translation>
    </message>
    <message>
        <source>已过 {hours} 小时</source>
        <translation>{hours} h ago</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>{count} 件</source>
        <translation>{count}</translation>
    </message>
</context>
<context>
    <name>cash</name>
    <message>
        <source>{number} 的 {account} 收付 {paid}，账上是 {booked}</source>
        <translation>{number}: {paid} through {account}, but {booked} is booked</translation>
    </message>
    <message>
        <source>{number}（{partner}）未结 {owed}，往来账上是 {booked}</source>
        <translation>{number} ({partner}): {owed} is open, but {booked} stands on the partner&apos;s account</translation>
    </message>
    <message>
        <source>{source} 记在 {account} 上，却没有写明是哪个结算账户</source>
        <translation>{source} is booked on {account} without a money account</translation>
    </message>
    <message>
        <source>{account} 余额 {balance}，名下结算账户合计 {money}</source>
        <translation>{account} has a balance of {balance}, its money accounts add up to {money}</translation>
    </message>
    <message>
        <source>{number} 合计 {total}，账上收付 {moved}，往来对不上</source>
        <translation>{number}: total {total}, booked {moved}; the partner&apos;s account does not agree</translation>
    </message>
    <message>
        <source>{number} 是 {total}，预收预付账上是 {booked}</source>
        <translation>{number} is {total}, but {booked} is booked as advance</translation>
    </message>
    <message>
        <source>坏账单 {number} 是 {total}，账上不是</source>
        <translation>Bad debt {number} is {total}, the books differ</translation>
    </message>
    <message>
        <source>{number} 只有 {left}，却核销了 {settled}</source>
        <translation>{number} has only {left}, but {settled} is settled</translation>
    </message>
    <message>
        <source>{partner} 的核销两边差 {amount}</source>
        <translation>The two sides of a settlement of {partner} differ by {amount}</translation>
    </message>
    <message>
        <source>核销单 {number} 是 {amount}，冲用 {used}，核销 {settled}</source>
        <translation>Settlement {number} is {amount}, {used} applied, {settled} settled</translation>
    </message>
    <message>
        <source>{number} 合计 {total}，明细 {lines}，账上收付 {paid}</source>
        <translation>{number} totals {total}, its lines {lines}, booked payments {paid}</translation>
    </message>
    <message>
        <source>转款单 {number} 转了 {total}，两个账户的账上不是</source>
        <translation>Transfer {number} moved {total}; the books of the two accounts differ</translation>
    </message>
    <message>
        <source>{partner} 的坏账收回多了 {over}</source>
        <translation>Bad debt of {partner} is recovered by {over} too much</translation>
    </message>
    <message>
        <source>{name} 没有“{right}”的权限，单上不能写收付款。去掉收付款，或请有权的人来</source>
        <translation>{name} lacks the right “{right}”, so no money may be written on the document. Take it off, or ask somebody who has it</translation>
    </message>
    <message>
        <source>收付金额要大于 0</source>
        <translation>The amount must be above 0</translation>
    </message>
    <message>
        <source>结算账户不存在或已停用。重新选</source>
        <translation>The money account is gone or disabled. Choose another</translation>
    </message>
    <message>
        <source>收付 {paid} 超过本单的 {due}。改金额</source>
        <translation>{paid} is more than the {due} of this document. Change the amount</translation>
    </message>
    <message>
        <source>没有结算账户 {code}。核对账户编号</source>
        <translation>There is no money account {code}. Check its code</translation>
    </message>
    <message>
        <source>没有收款单 {number}。核对单号</source>
        <translation>There is no customer receipt {number}. Check the number</translation>
    </message>
    <message>
        <source>没有付款单 {number}。核对单号</source>
        <translation>There is no supplier payment {number}. Check the number</translation>
    </message>
    <message>
        <source>没有预收款单 {number}。核对单号</source>
        <translation>There is no customer advance {number}. Check the number</translation>
    </message>
    <message>
        <source>没有预付款单 {number}。核对单号</source>
        <translation>There is no supplier advance {number}. Check the number</translation>
    </message>
    <message>
        <source>没有费用单 {number}。核对单号</source>
        <translation>There is no expense {number}. Check the number</translation>
    </message>
    <message>
        <source>没有其他收入单 {number}。核对单号</source>
        <translation>There is no other income {number}. Check the number</translation>
    </message>
    <message>
        <source>没有转款单 {number}。核对单号</source>
        <translation>There is no transfer {number}. Check the number</translation>
    </message>
    <message>
        <source>因为：收款按“收款 + 优惠 冲减应收，余下转预收”规则</source>
        <translation>Because: receipt rule “receipt + discount reduce receivables, the rest is an advance”</translation>
    </message>
    <message>
        <source>因为：付款按“付款 + 优惠 冲减应付，余下转预付”规则</source>
        <translation>Because: payment rule “payment + discount reduce payables, the rest is an advance”</translation>
    </message>
    <message>
        <source>优惠不能小于 0</source>
        <translation>The discount cannot be below 0</translation>
    </message>
    <message>
        <source>没有欠款可以优惠。改优惠金额</source>
        <translation>No debt is left for a discount. Change the discount</translation>
    </message>
    <message>
        <source>没有收付款的优惠等于不要这笔欠款。填上收付金额，或请有权处理坏账的人来</source>
        <translation>A discount without money gives the debt up. Type the money, or ask somebody who may write debts off</translation>
    </message>
    <message>
        <source>优惠 {discount} 超过欠款的 {limit}%（{most}）。改小，或请有权处理坏账的人来</source>
        <translation>The discount {discount} passes {limit} % of the debts ({most}). Make it smaller, or ask somebody who may write debts off</translation>
    </message>
    <message>
        <source>因为：费用按“项目的科目 付款”规则</source>
        <translation>Because: expense rule “account of the item, payment”</translation>
    </message>
    <message>
        <source>因为：其他收入按“收款 项目的科目”规则</source>
        <translation>Because: other income rule “receipt, account of the item”</translation>
    </message>
    <message>
        <source>一行也没有。写上项目和金额</source>
        <translation>There are no lines. Fill in item and amount</translation>
    </message>
    <message>
        <source>第 {line} 行：金额要大于 0</source>
        <translation>Line {line}: the amount must be above 0</translation>
    </message>
    <message>
        <source>第 {line} 行：{account} 不是末级损益科目</source>
        <translation>Line {line}: {account} is not a lowest-level profit-and-loss account</translation>
    </message>
    <message>
        <source>第 {line} 行：{account} 要写{dimension}</source>
        <translation>Line {line}: {account} needs {dimension}</translation>
    </message>
    <message>
        <source>第 {line} 行：没有收支项目 {item}，或已停用</source>
        <translation>Line {line}: item {item} does not exist or is disabled</translation>
    </message>
    <message>
        <source>第 {line} 行：税额要小于金额</source>
        <translation>Line {line}: the tax must be below the amount</translation>
    </message>
    <message>
        <source>第 {line} 行：小规模纳税人不抵扣进项税，税额算在费用里</source>
        <translation>Line {line}: small-scale taxpayers deduct no input tax; it counts as expense</translation>
    </message>
    <message>
        <source>往来单位不存在了。重新选</source>
        <translation>The partner is gone. Choose another</translation>
    </message>
    <message>
        <source>冲减多于核销的欠款。少选一些冲减</source>
        <translation>More is taken off than is settled. Choose less to take off</translation>
    </message>
    <message>
        <source>核销 {total} 超过本次的 {money}。改金额</source>
        <translation>Settling {total} is more than the {money} at hand. Change the amount</translation>
    </message>
    <message>
        <source>{number} 没有未结的欠款</source>
        <translation>{number} has no open debt</translation>
    </message>
    <message>
        <source>{number} 是冲减，核销金额要小于 0</source>
        <translation>{number} takes off debt, so the amount settled must be below 0</translation>
    </message>
    <message>
        <source>核销金额要大于 0</source>
        <translation>The amount settled must be above 0</translation>
    </message>
    <message>
        <source>没有可以核销的单据。看看两边都有没有没结的</source>
        <translation>There is nothing to settle. See whether both sides have open documents</translation>
    </message>
    <message>
        <source>一边是 {found}，另一边是 {amount}，两边要一样。改金额</source>
        <translation>One side is {found}, the other {amount}; they must be equal. Change the amount</translation>
    </message>
    <message>
        <source>只有 {found} 可以核销，核销不了 {amount}。改金额</source>
        <translation>Only {found} can be settled, not {amount}. Change the amount</translation>
    </message>
    <message>
        <source>{number} 只剩 {left} 没有结，核销不了 {amount}</source>
        <translation>Only {left} of {number} is open; {amount} cannot be settled</translation>
    </message>
    <message>
        <source>{number} 已由 {other} 核销。先红冲 {other}</source>
        <translation>{number} is settled by {other}. Reverse {other} first</translation>
    </message>
    <message>
        <source>预收货款</source>
        <translation>Advance received</translation>
    </message>
    <message>
        <source>预付货款</source>
        <translation>Advance paid</translation>
    </message>
    <message>
        <source>收款收据</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>今收到</source>
        <translation>Received from</translation>
    </message>
    <message>
        <source>交来</source>
        <translation>For</translation>
    </message>
    <message>
        <source>收款方式</source>
        <translation>Paid by</translation>
    </message>
    <message>
        <source>单位盖章</source>
        <translation>Stamp</translation>
    </message>
    <message>
        <source>收款人</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>交款人</source>
        <translation>Paid by</translation>
    </message>
    <message>
        <source>一联存根</source>
        <translation>1: our copy</translation>
    </message>
    <message>
        <source>二联客户</source>
        <translation>2: customer</translation>
    </message>
    <message>
        <source>三联记账</source>
        <translation>3: accounts</translation>
    </message>
    <message>
        <source>付款单</source>
        <translation>Supplier payment</translation>
    </message>
    <message>
        <source>付给</source>
        <translation>Paid to</translation>
    </message>
    <message>
        <source>付款事由</source>
        <translation>For</translation>
    </message>
    <message>
        <source>付款方式</source>
        <translation>Paid by</translation>
    </message>
    <message>
        <source>制单</source>
        <translation>Created by</translation>
    </message>
    <message>
        <source>审批</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>出纳</source>
        <translation>Treasurer</translation>
    </message>
    <message>
        <source>领款人</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>费用单</source>
        <translation>Expense</translation>
    </message>
    <message>
        <source>收款账户</source>
        <translation>Paid into</translation>
    </message>
    <message>
        <source>其他收入单</source>
        <translation>Other income</translation>
    </message>
    <message>
        <source>转款单</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>转出</source>
        <translation>From</translation>
    </message>
    <message>
        <source>转入</source>
        <translation>To</translation>
    </message>
    <message>
        <source>手续费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>冲用</source>
        <translation>Applied</translation>
    </message>
    <message>
        <source>核销</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>核销单</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>核销金额</source>
        <translation>Amount settled</translation>
    </message>
    <message>
        <source>收回</source>
        <translation>Recovered</translation>
    </message>
    <message>
        <source>坏账单</source>
        <translation>Bad debt</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>往来单位</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>序</source>
        <translation>#</translation>
    </message>
    <message>
        <source>科目</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>会计</source>
        <translation>Books</translation>
    </message>
    <message>
        <source>付款账户</source>
        <translation>Paid from</translation>
    </message>
    <message>
        <source>转入单位</source>
        <translation>To partner</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>预付款</source>
        <translation>Advance</translation>
    </message>
    <message>
        <source>货款</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>{numbers} 等 {count} 张单</source>
        <translation>{numbers} and others, {count} documents</translation>
    </message>
    <message>
        <source>货款 {numbers}</source>
        <translation>Goods {numbers}</translation>
    </message>
    <message>
        <source>优惠</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>其中预收预付</source>
        <translation>Of it advance</translation>
    </message>
    <message>
        <source>欠款会到 {owed}，超过信用额度 {limit}</source>
        <translation>The debt would reach {owed}, above the credit limit {limit}</translation>
    </message>
    <message>
        <source>有 {overdue} 逾期太久</source>
        <translation>{overdue} is overdue too long</translation>
    </message>
    <message>
        <source>{problem}。先收款，或改成现结</source>
        <translation>{problem}. Collect first, or have this one paid now</translation>
    </message>
    <message>
        <source>{problem}。请店长或老板授权，或先收款</source>
        <translation>{problem}. Ask the manager or owner to authorize it, or collect first</translation>
    </message>
    <message>
        <source>预收冲应收</source>
        <translation>Advance/receivable</translation>
    </message>
    <message>
        <source>预付冲应付</source>
        <translation>Advance/payable</translation>
    </message>
    <message>
        <source>应收冲应付</source>
        <translation>Receivable/payable</translation>
    </message>
    <message>
        <source>应收转应收</source>
        <translation>Receivable moved</translation>
    </message>
    <message>
        <source>应付转应付</source>
        <translation>Payable moved</translation>
    </message>
    <message>
        <source>销售退货冲应收</source>
        <translation>Sales return/receivable</translation>
    </message>
    <message>
        <source>采购退货冲应付</source>
        <translation>Purchase return/payable</translation>
    </message>
    <message>
        <source>坏账损失</source>
        <translation>Bad debt loss</translation>
    </message>
    <message>
        <source>收回已核销坏账</source>
        <translation>Bad debt recovered</translation>
    </message>
    <message>
        <source>无法偿付的应付款</source>
        <translation>Payable written off</translation>
    </message>
    <message>
        <source>没有核销单 {number}。核对单号</source>
        <translation>There is no settlement {number}. Check the number</translation>
    </message>
    <message>
        <source>没有坏账单 {number}。核对单号</source>
        <translation>There is no bad debt {number}. Check the number</translation>
    </message>
    <message>
        <source>因为：预收款按“收款，记预收货款”规则，出货后用核销单冲应收</source>
        <translation>Because: customer advance rule “receipt, booked as advance received”; a settlement applies it after delivery</translation>
    </message>
    <message>
        <source>因为：预付款按“付款，记预付账款”规则，收货后用核销单冲应付</source>
        <translation>Because: supplier advance rule “payment, booked as advance paid”; a settlement applies it after receipt</translation>
    </message>
    <message>
        <source>{number} 的坏账后来又收回了钱。先红冲收回的那张</source>
        <translation>Bad debt of {number} was recovered later. Reverse the recovery first</translation>
    </message>
    <message>
        <source>因为：坏账按“{mode}”规则，直接转销，不提坏账准备</source>
        <translation>Because: bad debt rule “{mode}”, written off directly without a provision</translation>
    </message>
    <message>
        <source>坏账金额要大于 0</source>
        <translation>The bad debt must be above 0</translation>
    </message>
    <message>
        <source>坏账要写原因</source>
        <translation>Bad debts need a reason</translation>
    </message>
    <message>
        <source>收回坏账要写收到的钱进了哪个账户</source>
        <translation>A recovered bad debt needs the account the money went to</translation>
    </message>
    <message>
        <source>无法偿付的应付款没有收付款。去掉收款</source>
        <translation>A payable written off has no payment. Remove the payment</translation>
    </message>
    <message>
        <source>全部收到了就不是坏账。用收款单</source>
        <translation>Paid in full is no bad debt. Use a customer receipt</translation>
    </message>
    <message>
        <source>核销过的坏账还有 {before} 没收回，收不了 {amount}。改金额</source>
        <translation>Only {before} of the written-off debt is not recovered, less than {amount}. Change the amount</translation>
    </message>
    <message>
        <source>收回坏账不核销单据。去掉核销</source>
        <translation>A recovery settles no documents. Remove the settling</translation>
    </message>
    <message>
        <source>没结的只有 {found}，不到 {amount}。改金额</source>
        <translation>Only {found} is open, less than {amount}. Change the amount</translation>
    </message>
    <message>
        <source>承诺的日期 {day} 已经过了。写今天或以后的日期</source>
        <translation>The promised date {day} is past. Write today or a later date</translation>
    </message>
    <message>
        <source>承诺的说明太长，最多 {length} 个字</source>
        <translation>The promise note is too long, at most {length} characters</translation>
    </message>
    <message>
        <source>科目 {account} 不是放钱的末级科目。选现金、银行或其他货币资金</source>
        <translation>Account {account} is not a lowest-level money account. Choose cash, bank or other money</translation>
    </message>
    <message>
        <source>这个账户已有收付，科目不能再改。新建一个账户</source>
        <translation>This account has payments; its ledger account cannot change. Create a new one</translation>
    </message>
    <message>
        <source>现金不会自己到银行。到账天数和费率只给微信、支付宝这样的账户</source>
        <translation>Cash does not go to the bank by itself. Days and rate are for accounts such as WeChat and Alipay</translation>
    </message>
    <message>
        <source>到账天数要在 0 到 {most} 之间，第二天到账写 1</source>
        <translation>Days must be between 0 and {most}; for the next day write 1</translation>
    </message>
    <message>
        <source>费率要在 0 到 10% 之间，千分之六写 0.6%</source>
        <translation>The rate must be between 0 and 10%</translation>
    </message>
    <message>
        <source>科目 {account} 不是末级损益科目。换一个科目</source>
        <translation>Account {account} is not a lowest-level profit-and-loss account. Choose another</translation>
    </message>
    <message>
        <source>科目 {account} 要写{dimension}，费用单上没有。用手工凭证记</source>
        <translation>Account {account} needs {dimension}, which expenses do not bear. Use a typed voucher</translation>
    </message>
    <message>
        <source>至少要留一个结算账户</source>
        <translation>One money account must stay</translation>
    </message>
    <message>
        <source>收银的付款方式还用着这个账户。先改付款方式</source>
        <translation>A payment method of the till uses this account. Change the method first</translation>
    </message>
    <message>
        <source>编号 {code} 已经有了。换一个</source>
        <translation>The code {code} is taken. Choose another</translation>
    </message>
    <message>
        <source>这一项不存在了。刷新后再看</source>
        <translation>This entry is gone. Refresh and look again</translation>
    </message>
    <message>
        <source>没有名称。填上名称</source>
        <translation>There is no name. Fill it in</translation>
    </message>
    <message>
        <source>“{start}…”太长，最多 {length} 个字</source>
        <translation>“{start}…” is too long, at most {length} characters</translation>
    </message>
    <message>
        <source>因为：核销按“{mode}”规则</source>
        <translation>Because: settlement rule “{mode}”</translation>
    </message>
    <message>
        <source>退货和出入库在同一个往来科目上，对上就行，不记账</source>
        <translation>Return and goods move share a partner account; they only match, nothing is booked</translation>
    </message>
    <message>
        <source>这种核销只有一个单位，去掉转入单位</source>
        <translation>Such a settlement has one partner; remove the other</translation>
    </message>
    <message>
        <source>还没写欠款转给谁</source>
        <translation>Say whom the debt moves to</translation>
    </message>
    <message>
        <source>欠款要转给另一个单位</source>
        <translation>The debt must move to another partner</translation>
    </message>
    <message>
        <source>因为：转款按“转入 + 手续费 转出”规则</source>
        <translation>Because: transfer rule “transfer in + fee, transfer out”</translation>
    </message>
    <message>
        <source>转出和转入是同一个账户。改一个</source>
        <translation>Both accounts of the transfer are the same. Change one</translation>
    </message>
    <message>
        <source>转款金额要大于 0</source>
        <translation>The amount must be above 0</translation>
    </message>
    <message>
        <source>手续费不能小于 0</source>
        <translation>The fee cannot be below 0</translation>
    </message>
    <message>
        <source>收款单</source>
        <translation>Customer receipt</translation>
    </message>
    <message>
        <source>预收款单</source>
        <translation>Advance received</translation>
    </message>
    <message>
        <source>预付款单</source>
        <translation>Advance paid</translation>
    </message>
    <message>
        <source>没有核销单据。</source>
        <translation>No settlements.</translation>
    </message>
    <message>
        <source>核销单据</source>
        <translation>Settled document</translation>
    </message>
    <message>
        <source>选</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>到期</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>没结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>对方和摘要</source>
        <translation>Counterparty and note</translation>
    </message>
    <message>
        <source>流水号</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>账上</source>
        <translation>Books</translation>
    </message>
    <message>
        <source>银行摘要</source>
        <translation>Bank&apos;s note</translation>
    </message>
    <message>
        <source>流水:账</source>
        <translation>Bank:books</translation>
    </message>
    <message>
        <source>怎么配的</source>
        <translation>How</translation>
    </message>
    <message>
        <source>自动</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>手工</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>To</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>净额</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>什么</source>
        <translation>What</translation>
    </message>
    <message>
        <source>流水</source>
        <translation>Statement</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>{count} 个可选</source>
        <translation>{count} possible</translation>
    </message>
    <message>
        <source>找到了</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>到账</source>
        <translation>Arrives</translation>
    </message>
    <message>
        <source>费率</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>写几天后到账，如 1；不自动到账的空着</source>
        <translation>Write after how many days, such as 1; empty where money stays</translation>
    </message>
    <message>
        <source>收入</source>
        <translation>In</translation>
    </message>
    <message>
        <source>支出</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>写收入或支出</source>
        <translation>Write income or expense</translation>
    </message>
    <message>
        <source>科目编码</source>
        <translation>Account code</translation>
    </message>
    <message>
        <source>科目名称</source>
        <translation>Account name</translation>
    </message>
    <message>
        <source>客户欠的</source>
        <translation>Owed by customers</translation>
    </message>
    <message>
        <source>欠供应商的</source>
        <translation>Owed to suppliers</translation>
    </message>
    <message>
        <source>预收的</source>
        <translation>Advances received</translation>
    </message>
    <message>
        <source>预付的</source>
        <translation>Advances paid</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>职员</source>
        <translation>Employee</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>核算项目</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>其中税额</source>
        <translation>Tax included</translation>
    </message>
    <message>
        <source>第 {id} 次勾对：银行流水 {said}，账上 {booked}，对不上</source>
        <translation>Match {id}: bank lines {said}, books {booked}, they differ</translation>
    </message>
    <message>
        <source>第 {id} 行流水勾对了 {times} 次</source>
        <translation>Bank line {id} is matched {times} times</translation>
    </message>
    <message>
        <source>{number} 的一笔勾对了 {times} 次</source>
        <translation>A leg of {number} is matched {times} times</translation>
    </message>
    <message>
        <source>第 {id} 行流水已随导入撤销，却还勾对着</source>
        <translation>Bank line {id} was taken back with its import but is still matched</translation>
    </message>
    <message>
        <source>至少选两行：银行流水和账上各一行</source>
        <translation>Pick two rows at least: a bank line and one of the books</translation>
    </message>
    <message>
        <source>银行流水合计 {said}，账上合计 {booked}，差 {gap}。选到相等再勾对</source>
        <translation>Bank lines come to {said}, books to {booked}, difference {gap}. Pick until they are equal</translation>
    </message>
    <message>
        <source>没有第 {id} 次勾对。核对编号</source>
        <translation>There is no match {id}. Check the number</translation>
    </message>
    <message>
        <source>这次勾对已经取消了</source>
        <translation>This match is undone already</translation>
    </message>
    <message>
        <source>选的行里有已勾对或没有的。刷新后再选</source>
        <translation>Some of the rows are matched already or do not exist. Refresh and pick again</translation>
    </message>
    <message>
        <source>期初余额</source>
        <translation>Opening balance</translation>
    </message>
    <message>
        <source>{account} 已有期初余额。先撤销那一次，再重写</source>
        <translation>{account} has an opening balance. Take that one back first</translation>
    </message>
    <message>
        <source>期初余额是 0 就不用写</source>
        <translation>An opening balance of 0 need not be written</translation>
    </message>
    <message>
        <source>{account} 从 {day} 起已有流水，期初余额写那一天的</source>
        <translation>{account} has lines from {day} on; give the opening balance of that day</translation>
    </message>
    <message>
        <source>没有第 {id} 次导入。核对编号</source>
        <translation>There is no import {id}. Check the number</translation>
    </message>
    <message>
        <source>这次导入已经撤销了</source>
        <translation>This import is taken back already</translation>
    </message>
    <message>
        <source>这次导入有 {count} 行已勾对。先取消勾对，再撤销</source>
        <translation>{count} lines of this import are matched. Undo those matches first</translation>
    </message>
    <message>
        <source>{account} 的对账从 {since} 的期初余额开始，{day} 的流水不能再导入</source>
        <translation>{account} is reconciled from its opening balance of {since} on; lines of {day} cannot come in</translation>
    </message>
</context>
<context>
    <name>catalog</name>
    <message>
        <source>“{code}”不是条码。条码只有字母、数字和符号</source>
        <translation>“{code}” is not a barcode. Barcodes have only letters, digits and signs</translation>
    </message>
    <message>
        <source>条码 {code} 的校验位不对，末位应为 {digit}。对照实物改正</source>
        <translation>The check digit of barcode {code} is wrong; it should end in {digit}. Compare with the goods</translation>
    </message>
    <message>
        <source>{product} 没有单位“{unit}”，只有 {known}</source>
        <translation>{product} has no unit “{unit}”, only {known}</translation>
    </message>
    <message>
        <source>{product} 的数量最多 {places} 位小数，按 {unit} 计</source>
        <translation>{product} takes at most {places} decimals, counted by {unit}</translation>
    </message>
    <message>
        <source>{product} 是一款，有几种颜色尺码。选其中一种</source>
        <translation>{product} is a style with several variants. Choose one of them</translation>
    </message>
    <message>
        <source>{product} 已停用</source>
        <translation>{product} is out of use</translation>
    </message>
    <message>
        <source>有一行的商品不存在了。重新选商品</source>
        <translation>The product of one line is gone. Choose it again</translation>
    </message>
    <message>
        <source>{warehouse}的 {product} 存量 {quantity}，最多 {places} 位小数</source>
        <translation>{product} in {warehouse} stands at {quantity}, with at most {places} decimals allowed</translation>
    </message>
    <message>
        <source>{code} 是 {name} 的编号，又是 {other} 的条码</source>
        <translation>{code} is the code of {name} and a barcode of {other}</translation>
    </message>
    <message>
        <source>{name} 的条码或价格写着单位 {unit}，商品没有这个单位</source>
        <translation>A barcode or price of {name} names the unit {unit}, which the product does not have</translation>
    </message>
    <message>
        <source>{name} 不在搜索索引里</source>
        <translation>{name} is missing from the search index</translation>
    </message>
    <message>
        <source>{name} {spec} 写着属于一款，那里却没有款或没有它的颜色尺码</source>
        <translation>{name} {spec} is said to belong to a style, but there is no style or it has no values</translation>
    </message>
    <message>
        <source>{name} 的 {code} 和 {other} 颜色尺码一样</source>
        <translation>{code} and {other} of {name} have the same values</translation>
    </message>
    <message>
        <source>{name} 是一款，自己却有出入库</source>
        <translation>{name} is a style and yet moved itself</translation>
    </message>
    <message>
        <source>商品不存在了。刷新后再看</source>
        <translation>The product is gone. Refresh and look again</translation>
    </message>
    <message>
        <source>已有同名商品 {code} {spec} {unit}。看看是不是同一个</source>
        <translation>There is a product of that name: {code} {spec} {unit}. See whether it is the same</translation>
    </message>
    <message>
        <source>{name} 还没有零售价</source>
        <translation>{name} has no retail price yet</translation>
    </message>
    <message>
        <source>{name} 的零售价低于最低售价</source>
        <translation>The retail price of {name} is below its lowest sale price</translation>
    </message>
    <message>
        <source>{name} 有价格等级低于最低售价</source>
        <translation>{name} has a price level below its lowest price</translation>
    </message>
    <message>
        <source>{name} 的零售价低于进价</source>
        <translation>The retail price of {name} is below its purchase price</translation>
    </message>
    <message>
        <source>没有这个条码 {code}。Ctrl+N 新建商品，或看看是不是扫了箱码</source>
        <translation>No such barcode {code}. Ctrl+N creates the product; or see whether the case was scanned</translation>
    </message>
    <message>
        <source>没有秤码是 {plu} 的商品。在商品卡片的“库存”里写上秤码</source>
        <translation>No goods have scale code {plu}. Write it on the Stock tab of their card</translation>
    </message>
    <message>
        <source>没有编号是 {code} 的商品。查一下编号，或新建商品</source>
        <translation>No product has the code {code}. Check the code, or create the product</translation>
    </message>
    <message>
        <source>类别“{category}”有 {count} 级，最多 {deepest} 级</source>
        <translation>Category “{category}” has {count} levels, at most {deepest} are allowed</translation>
    </message>
    <message>
        <source>商品没有名称。填上名称</source>
        <translation>The product has no name. Fill it in</translation>
    </message>
    <message>
        <source>“{start}…”太长，最多 {length} 个字</source>
        <translation>“{start}…” is too long, at most {length} characters</translation>
    </message>
    <message>
        <source>数量小数位要在 0 和 4 之间</source>
        <translation>Qty decimals must be between 0 and 4</translation>
    </message>
    <message>
        <source>单位“{unit}”空着或重复。每个单位写一次</source>
        <translation>Unit “{unit}” is empty or repeated. Write each unit once</translation>
    </message>
    <message>
        <source>1 {unit} 等于多少 {base} 要大于 0</source>
        <translation>The number of {base} in 1 {unit} must be above 0</translation>
    </message>
    <message>
        <source>条码 {code} 写了两个单位。只留一个</source>
        <translation>Barcode {code} names two units. Keep one</translation>
    </message>
    <message>
        <source>没有价格等级 {level}</source>
        <translation>There is no price level {level}</translation>
    </message>
    <message>
        <source>没有单位“{unit}”。先加上这个单位</source>
        <translation>There is no unit “{unit}”. Add it first</translation>
    </message>
    <message>
        <source>价格不能小于 0</source>
        <translation>Prices cannot be below 0</translation>
    </message>
    <message>
        <source>库存上下限不能小于 0</source>
        <translation>Stock limits cannot be below 0</translation>
    </message>
    <message>
        <source>最低库存比最高库存多。改其中一个</source>
        <translation>Min stock is above max stock. Change one of them</translation>
    </message>
    <message>
        <source>重量、体积要大于 0，不知道就不填</source>
        <translation>Weight and volume must be above 0; leave them empty when unknown</translation>
    </message>
    <message>
        <source>批次管理只能是 不管、按批次、按序列号</source>
        <translation>Goods are tracked by lot, by serial number, or not</translation>
    </message>
    <message>
        <source>不记库存的商品不能按批次或序列号管理</source>
        <translation>Goods without stock cannot be tracked by lot or serial number</translation>
    </message>
    <message>
        <source>按序列号管理的商品一件一个号，数量不能有小数</source>
        <translation>Goods with serial numbers count whole pieces; their quantity takes no decimals</translation>
    </message>
    <message>
        <source>天数要在 {least} 和 {most} 之间</source>
        <translation>Days must be between {least} and {most}</translation>
    </message>
    <message>
        <source>秤码是 1 到 {digits} 位数字，和秤上设的一样</source>
        <translation>A scale code has 1 to {digits} digits, as on the scale</translation>
    </message>
    <message>
        <source>{name} 已有出入库，基本单位不能再改。新建一个商品</source>
        <translation>{name} has stock moves, so its base unit cannot change. Create a new product</translation>
    </message>
    <message>
        <source>{name} 已有出入库，不能改是否计库存</source>
        <translation>{name} has stock moves, so whether stock is kept cannot change</translation>
    </message>
    <message>
        <source>{name} 已有出入库，批次管理的方式不能再改。新建一个商品</source>
        <translation>{name} has moved already, so how it is tracked cannot change. Make a new product</translation>
    </message>
    <message>
        <source>{name} 的库存有更细的数量，小数位不能减到 {places}</source>
        <translation>The stock of {name} has finer quantities; decimals cannot go down to {places}</translation>
    </message>
    <message>
        <source>类别没有名称。填上名称</source>
        <translation>The category has no name. Fill in a name</translation>
    </message>
    <message>
        <source>类别不存在了。刷新后再看</source>
        <translation>The category is gone. Refresh and look again</translation>
    </message>
    <message>
        <source>“{name}”不能做类别名。不能空，不能有“/”</source>
        <translation>“{name}” cannot name a category. No empty name, no “/”</translation>
    </message>
    <message>
        <source>已有类别“{name}”。换一个名称</source>
        <translation>There is a category “{name}” already. Choose another name</translation>
    </message>
    <message>
        <source>“{path}”里还有商品或下级类别。先移走</source>
        <translation>“{path}” still holds products or categories. Move them first</translation>
    </message>
    <message>
        <source>秤码 {plu} 已是“{name}”（{own}）的。换一个秤码</source>
        <translation>Scale code {plu} belongs to “{name}” ({own}). Take another</translation>
    </message>
    <message>
        <source>编号 {code} 已是“{name}”（{own}）的编号或条码。换一个编号</source>
        <translation>Code {code} is the code or barcode of “{name}” ({own}). Choose another code</translation>
    </message>
    <message>
        <source>条码 {code} 已是“{name}”（{own}）的。换一个条码</source>
        <translation>Barcode {code} belongs to “{name}” ({own}). Choose another barcode</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>零售价</source>
        <translation>Retail price</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>编号、条码、名称、拼音</source>
        <translation>Code, barcode, name, pinyin</translation>
    </message>
    <message>
        <source>没有“{text}”。换个说法</source>
        <translation>No “{text}”. Try other words</translation>
    </message>
    <message>
        <source>没有“{text}”。Ctrl+N 新建，或换个说法</source>
        <translation>No “{text}”. Ctrl+N creates it, or try other words</translation>
    </message>
    <message>
        <source>看不懂换算率“{text}”。填如 24、0.5 或 1/3</source>
        <translation>The factor “{text}” cannot be read. Write one like 24, 0.5 or 1/3</translation>
    </message>
    <message>
        <source>换算率要大于 0</source>
        <translation>The factor must be above 0</translation>
    </message>
    <message>
        <source>看不懂天数“{text}”。填整数，如 365</source>
        <translation>“{text}” is no number of days. Type a whole number such as 365</translation>
    </message>
    <message>
        <source>看不懂秤码“{text}”。填秤上这种商品的号码，如 12</source>
        <translation>“{text}” is no scale code. Type the number the goods have on the scale, such as 12</translation>
    </message>
    <message>
        <source>没有写 1 {unit} 等于多少基本单位</source>
        <translation>How many base units 1 {unit} holds is missing</translation>
    </message>
    <message>
        <source>换算率</source>
        <translation>Factor</translation>
    </message>
    <message>
        <source>条码</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>选中的商品都没有零售价，打不了价签。先填零售价</source>
        <translation>None of the chosen products has a retail price, so there is nothing to print. Fill in prices first</translation>
    </message>
    <message>
        <source>先选{one}</source>
        <translation>Choose a {one} first</translation>
    </message>
    <message>
        <source>有一格还没填好。改好再保存</source>
        <translation>A cell is not right yet. Mend it, then save</translation>
    </message>
    <message>
        <source>没有改动</source>
        <translation>Nothing was changed</translation>
    </message>
    <message>
        <source>{product} 的秤标签上是 0。放上秤重称，再打一张</source>
        <translation>The label of {product} says 0. Weigh again and print another</translation>
    </message>
    <message>
        <source>{product} 没有零售价，标签上的金额折不成重量。先定零售价</source>
        <translation>{product} has no retail price, so the label&apos;s amount gives no weight. Set the price first</translation>
    </message>
    <message>
        <source>{code} {name}：{problem}</source>
        <translation>{code} {name}: {problem}</translation>
    </message>
    <message>
        <source>这一项不能批量修改</source>
        <translation>This cannot be changed of many</translation>
    </message>
    <message>
        <source>选了 {count} 种，一次最多改 {most} 种</source>
        <translation>{count} are picked; at most {most} at once</translation>
    </message>
    <message>
        <source>涨跌要在 -100% 和 1000% 之间</source>
        <translation>The change must be between -100% and 1000%</translation>
    </message>
    <message>
        <source>看不懂属性“{text}”。写成 颜色：红 黑 白</source>
        <translation>“{text}” is not understood. Write it as Colour: red black white</translation>
    </message>
    <message>
        <source>做好的颜色尺码删不掉。不卖了，在商品里停用它</source>
        <translation>Variants that were made cannot be deleted. Stop one under products when it is sold no more</translation>
    </message>
    <message>
        <source>这一款按 {axes} 分，不能再按别的分</source>
        <translation>The variants of this style differ in {axes}, and cannot differ in something else</translation>
    </message>
    <message>
        <source>属性要有 1 到 3 个</source>
        <translation>Variants differ in 1 to 3 things</translation>
    </message>
    <message>
        <source>两个属性叫一个名字。改其中一个</source>
        <translation>Two of them have one name. Change one</translation>
    </message>
    <message>
        <source>属性和它的值都要写，最多 {length} 个字</source>
        <translation>Both names and values must be written, in at most {length} letters</translation>
    </message>
    <message>
        <source>{name} 已经是一款里的一种，不能再分颜色尺码</source>
        <translation>{name} is a variant of a style already and cannot be divided again</translation>
    </message>
    <message>
        <source>{name} 已有出入库或订单，不能再分颜色尺码。新建一个款</source>
        <translation>{name} has moved or is ordered and cannot be divided any more. Make a new style</translation>
    </message>
    <message>
        <source>一款最多 {most} 种颜色尺码</source>
        <translation>A style has at most {most} variants</translation>
    </message>
    <message>
        <source>每个属性写一个值</source>
        <translation>Write one value for each</translation>
    </message>
    <message>
        <source>{name} 已有 {values}</source>
        <translation>{name} has {values} already</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Out of use</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>如 5% 涨，-5% 降，四舍五入到分</source>
        <translation>5% up, -5% down, rounded to fen</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>品牌</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>税率</source>
        <translation>Tax rate</translation>
    </message>
    <message>
        <source>最低库存</source>
        <translation>Lowest stock</translation>
    </message>
    <message>
        <source>最高库存</source>
        <translation>Highest stock</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>零售价涨跌</source>
        <translation>Retail price by</translation>
    </message>
    <message>
        <source>批发价涨跌</source>
        <translation>Wholesale price by</translation>
    </message>
    <message>
        <source>会员价涨跌</source>
        <translation>Member price by</translation>
    </message>
    <message>
        <source>按公司设置</source>
        <translation>The company&apos;s</translation>
    </message>
    <message>
        <source>选停用或启用</source>
        <translation>Choose in or out of use</translation>
    </message>
    <message>
        <source>写涨跌几成，如 5% 或 -5%</source>
        <translation>Write by how much, such as 5% or -5%</translation>
    </message>
    <message>
        <source>款</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>几种</source>
        <translation>Variants</translation>
    </message>
    <message>
        <source>颜色尺码</source>
        <translation>Variant</translation>
    </message>
    <message>
        <source>同款</source>
        <translation>as style</translation>
    </message>
    <message>
        <source>先在左边写属性，按 Ctrl+G 生成</source>
        <translation>First write what they differ in at the left, then press Ctrl+G</translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message>
        <source>红字单 {red} 不是 {number} 的相反数</source>
        <translation>Reversal {red} is not the negative of {number}</translation>
    </message>
    <message>
        <source>{number} 标着已红冲，却没有红字单</source>
        <translation>{number} is marked reversed, but there is no reversal</translation>
    </message>
    <message>
        <source>{number} 有红字单，却没有标成已红冲</source>
        <translation>{number} has a reversal, but is not marked reversed</translation>
    </message>
    <message>
        <source>红字单 {red} 的明细不是 {number} 的相反数</source>
        <translation>The lines of reversal {red} are not the negative of {number}</translation>
    </message>
    <message>
        <source>{number} 合计 {total}，明细 {net} + 税 {tax}，价税合计 {gross}，对不上</source>
        <translation>{number}: total {total}, lines {net} + tax {tax}, with tax {gross}; they do not agree</translation>
    </message>
    <message>
        <source>{number} 整单优惠 {given}，摊到明细的是 {borne}</source>
        <translation>{number}: order discount {given}, but the lines bear {borne}</translation>
    </message>
    <message>
        <source>#{id} {subject} 通过了审核，却有一条规则没人审</source>
        <translation>#{id} {subject} was approved though nobody answered one of its rules</translation>
    </message>
    <message>
        <source>#{id} {subject} 是制单人自己或代他审核的，不允许</source>
        <translation>#{id} {subject} was approved by its maker, or in the maker&amp;apos;s name, which is not allowed</translation>
    </message>
    <message>
        <source>#{id} {subject} 的审核状态和过账的单对不上</source>
        <translation>#{id} {subject}: its approval and the posted document disagree</translation>
    </message>
    <message>
        <source>{number} 的制单人不是提交审核的人</source>
        <translation>{number} does not name who submitted it as its maker</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>程序出错了，记在 {path}</source>
        <translation>The program failed; see {path}</translation>
    </message>
    <message>
        <source>{message}。用法见 {command} --help</source>
        <translation>{message}. For usage see {command} --help</translation>
    </message>
    <message>
        <source>写 -o 文件夹 来备份，或 --list 文件夹 看有哪些备份</source>
        <translation>Write -o FOLDER to back up, or --list FOLDER to see the backups</translation>
    </message>
    <message>
        <source>备份做好了，但账套自检没有通过。用 verify 看问题</source>
        <translation>The backup is made, but the book set failed its check. verify shows the problems</translation>
    </message>
    <message>
        <source>有 {count} 处不对，一行也没有导入。改好再导，或加 --skip-bad-rows</source>
        <translation>{count} places are wrong and no row was imported. Correct them and import again, or add --skip-bad-rows</translation>
    </message>
    <message>
        <source>不能导入 {kind}，可以导入 {known}</source>
        <translation>{kind} cannot be imported, but {known} can</translation>
    </message>
    <message>
        <source>--account 只用于导入银行流水</source>
        <translation>--account is for bank statements only</translation>
    </message>
    <message>
        <source>--with-opening-stock 只用于导入商品</source>
        <translation>--with-opening-stock is only for importing products</translation>
    </message>
    <message>
        <source>读不了 {file}。写成 JSON，如 {example}</source>
        <translation>{file} cannot be read. Write it as JSON, like {example}</translation>
    </message>
    <message>
        <source>{file} 要是一个 JSON 对象：表头 → 字段</source>
        <translation>{file} must be a JSON object: heading → field</translation>
    </message>
    <message>
        <source>写 export 文件夹，或 export ledger --as {known} -o 文件</source>
        <translation>Write export FOLDER, or export ledger --as {known} -o FILE</translation>
    </message>
    <message>
        <source>“{text}”不是日期，写成 2026-03-02</source>
        <translation>“{text}” is not a date; write it like 2026-03-02</translation>
    </message>
    <message>
        <source>日期 {text} 要在 {first} 和 {last} 之间</source>
        <translation>The day {text} must lie between {first} and {last}</translation>
    </message>
    <message>
        <source>“{text}”要是从 1 数起的整数，不超过 {most}</source>
        <translation>“{text}” must be a whole number from 1, at most {most}</translation>
    </message>
    <message>
        <source>{word} 要写成 名称=值</source>
        <translation>{word} must be written NAME=VALUE</translation>
    </message>
    <message>
        <source>{name} 写了两次。留一个</source>
        <translation>{name} is given twice. Keep one</translation>
    </message>
    <message>
        <source>{number} 这种单据没有打印格式</source>
        <translation>Documents like {number} have no print form</translation>
    </message>
    <message>
        <source>{number} 只有 {form} 这种格式</source>
        <translation>{number} has only the form {form}</translation>
    </message>
    <message>
        <source>只有报价单有版本，去掉 --version</source>
        <translation>Only quotations have versions; leave --version out</translation>
    </message>
    <message>
        <source>只有询价单分供应商打印，去掉 --partner</source>
        <translation>Only inquiries are printed by supplier; leave --partner out</translation>
    </message>
    <message>
        <source>{number} 没有问供应商 {code}，问的是 {known}</source>
        <translation>{number} does not ask supplier {code}; it asks {known}</translation>
    </message>
    <message>
        <source>这种单据不打在小票上，用 --as pdf 或 png</source>
        <translation>This kind of document is not printed on a receipt; use --as pdf or png</translation>
    </message>
    <message>
        <source>程序出错了，没有保存，记在 {path}</source>
        <translation>The program failed and nothing was saved; see {path}</translation>
    </message>
    <message>
        <source>没有备份文件夹，重算前没有备份。用 settings set backup_folder 设一个</source>
        <translation>No folder for backups, none was made before the recost. Choose one with settings set backup_folder</translation>
    </message>
    <message>
        <source>不知道保存了没有。用同一个 key 再发一次，不会重复</source>
        <translation>Whether it was saved is not known. Send it again with the same key; it will not be doubled</translation>
    </message>
    <message>
        <source>写一张报表的名字，或用 --list 看有哪些</source>
        <translation>Name a report, or see them all with --list</translation>
    </message>
    <message>
        <source>收银台 {till} 开着几班，不能一起点数。去掉 --count</source>
        <translation>Till {till} has several open shifts, which cannot be counted together. Leave out --count</translation>
    </message>
    <message>
        <source>收银台 {till} 没有开着的班</source>
        <translation>Till {till} has no open shift</translation>
    </message>
    <message>
        <source>写了 --user 就要写 --password-file</source>
        <translation>--user needs --password-file</translation>
    </message>
    <message>
        <source>账套有密码。写上 --user 和 --password-file</source>
        <translation>The book set has a password. Give --user and --password-file</translation>
    </message>
    <message>
        <source>账套还没有密码，谁拿到文件都能用。用 user passwd 给老板设密码</source>
        <translation>The book set has no password; whoever has the file can use it. Set the owner&apos;s with user passwd</translation>
    </message>
    <message>
        <source>读不了密码文件 {file}。第一行写密码，存成 UTF-8</source>
        <translation>The password file {file} cannot be read. Write the password on its first line, as UTF-8</translation>
    </message>
    <message>
        <source>命令里有不是 UTF-8 的字。改用 UTF-8</source>
        <translation>The command has characters that are not UTF-8. Use UTF-8</translation>
    </message>
    <message>
        <source>这种格式不能显示在屏幕上。用 -o 写进文件</source>
        <translation>This format cannot be shown on the screen. Write it to a file with -o</translation>
    </message>
    <message>
        <source>写不进 {file}：{reason}。换一个能写的文件夹</source>
        <translation>{file} cannot be written: {reason}. Choose a folder that can be written</translation>
    </message>
    <message>
        <source>{month} 不是月份。写成 2026-01 的样子</source>
        <translation>{month} is not a month. Write it like 2026-01</translation>
    </message>
    <message>
        <source>示例账套自己定店名和开始的月份，去掉 --name 和 --start</source>
        <translation>The sample has its own name and first month; leave out --name and --start</translation>
    </message>
    <message>
        <source>店名要有 1 到 60 个字</source>
        <translation>The shop&apos;s name needs 1 to 60 characters</translation>
    </message>
    <message>
        <source>PostgreSQL 上的账套一定要有密码。写上 --owner-password-file</source>
        <translation>A book set on PostgreSQL must have a password. Give --owner-password-file</translation>
    </message>
    <message>
        <source>已经有 {shop} 了，不覆盖。换一个文件名</source>
        <translation>{shop} exists and is not overwritten. Choose another file name</translation>
    </message>
    <message>
        <source>没有文件夹 {folder}。先建好文件夹</source>
        <translation>There is no folder {folder}. Make it first</translation>
    </message>
    <message>
        <source>这个数据库里已经有账套了。换一个空的</source>
        <translation>This database holds a book set already. Choose an empty one</translation>
    </message>
    <message>
        <source>示例：{done} / {days} 天</source>
        <translation>Sample: {done} / {days} days</translation>
    </message>
    <message>
        <source>写要附的文件，或用 --out 写放到哪个文件夹</source>
        <translation>Name the files to attach, or name the folder to put them in with --out</translation>
    </message>
    <message>
        <source>读不了 {file}。看看路径和权限</source>
        <translation>{file} cannot be read. Check its path and permissions</translation>
    </message>
    <message>
        <source>没有备份文件夹，结账前没有备份。用 settings set backup_folder 设一个</source>
        <translation>No backup folder, so no backup before closing. Set one with settings set backup_folder</translation>
    </message>
    <message>
        <source>条件 {condition} 后面要写一个数：多少元，或让利几成（0.1）</source>
        <translation>The condition {condition} wants a number: so many yuan, or the fraction off (0.1)</translation>
    </message>
    <message>
        <source>没有仓库编号 {code}</source>
        <translation>There is no warehouse {code}</translation>
    </message>
    <message>
        <source>还没有地方记。先用 settings set backup_folder 设</source>
        <translation>Nowhere to record yet. Set a folder first: settings set backup_folder</translation>
    </message>
    <message>
        <source>没有职员编号 {code}</source>
        <translation>There is no employee code {code}</translation>
    </message>
    <message>
        <source>写上是哪一天开始时的余额：--day</source>
        <translation>Say at the beginning of which day: --day</translation>
    </message>
    <message>
        <source>{number} 在这个账户没有未勾对的账。用 bank list 看</source>
        <translation>{number} has nothing open on this account. See bank list</translation>
    </message>
</context>
<context>
    <name>closing</name>
    <message>
        <source>0001 期初平衡还差 {amount}，补录期初</source>
        <translation>0001 Openings are off by {amount}; enter the missing ones</translation>
    </message>
    <message>
        <source>{day} 的{kind}草稿（{user}，{subject}）还没过账</source>
        <translation>{kind} draft of {day} ({user}, {subject}) is not posted yet</translation>
    </message>
    <message>
        <source>{day} 的{kind}（第 {number} 张）还没过账</source>
        <translation>{kind} of {day} (no. {number}) is not posted yet</translation>
    </message>
    <message>
        <source>{day} 的{kind}（{subject}）还在等审核</source>
        <translation>{kind} of {day} ({subject}) still waits for approval</translation>
    </message>
    <message>
        <source>{day} 的 {source} 还没有凭证号，先交班</source>
        <translation>{source} of {day} has no voucher number yet; close the shift first</translation>
    </message>
    <message>
        <source>{day} 的手工凭证 {word}-{number} 没有人审核</source>
        <translation>Nobody has approved manual voucher {word}-{number} of {day}</translation>
    </message>
    <message>
        <source>周期凭证“{name}”这个月还没做</source>
        <translation>Recurring “{name}” is not made this month yet</translation>
    </message>
    <message>
        <source>有暂估应付 {amount} 没到票</source>
        <translation>{amount} of accrued payables has no invoice yet</translation>
    </message>
    <message>
        <source>1901 待处理财产损溢还有 {amount} 没处理</source>
        <translation>1901 Pending asset gains and losses still has {amount} to settle</translation>
    </message>
    <message>
        <source>期初平衡</source>
        <translation>Openings agree</translation>
    </message>
    <message>
        <source>未过账单据</source>
        <translation>Unposted documents</translation>
    </message>
    <message>
        <source>待审核单据</source>
        <translation>Pending documents</translation>
    </message>
    <message>
        <source>凭证断号</source>
        <translation>Voucher gaps</translation>
    </message>
    <message>
        <source>年末待处理财产</source>
        <translation>Year-end pending assets</translation>
    </message>
    <message>
        <source>未记账凭证</source>
        <translation>Unbooked vouchers</translation>
    </message>
    <message>
        <source>未审核凭证</source>
        <translation>Unapproved vouchers</translation>
    </message>
    <message>
        <source>周期凭证</source>
        <translation>Recurring</translation>
    </message>
    <message>
        <source>暂估入库</source>
        <translation>Accrued receipts</translation>
    </message>
    <message>
        <source>起征点</source>
        <translation>Tax lines</translation>
    </message>
    <message>
        <source>待处理财产</source>
        <translation>Pending assets</translation>
    </message>
    <message>
        <source>{month} 还没有结账，先结账再标记已申报</source>
        <translation>{month} is not closed yet; close it, then mark it as filed</translation>
    </message>
    <message>
        <source>{month} 已经标记过已申报</source>
        <translation>{month} is already marked as filed</translation>
    </message>
    <message>
        <source>反结账要写原因</source>
        <translation>Reopening needs a reason</translation>
    </message>
    <message>
        <source>{month} 不是月份。写成 2026-03 的样子</source>
        <translation>{month} is not a month. Write it like 2026-03</translation>
    </message>
    <message>
        <source>账从 {start} 开始，没有 {month}</source>
        <translation>The books begin with {start}; there is no {month}</translation>
    </message>
    <message>
        <source>{month} 已经结账了</source>
        <translation>{month} is already closed</translation>
    </message>
    <message>
        <source>先结 {following}，再结 {month}</source>
        <translation>Close {following} first, then {month}</translation>
    </message>
    <message>
        <source>{month} 还没有开始，不能结账</source>
        <translation>{month} has not begun and cannot be closed</translation>
    </message>
    <message>
        <source>{month} 没有结账，不用反结账</source>
        <translation>{month} is not closed and needs no reopening</translation>
    </message>
    <message>
        <source>只能反结最后结账的 {last}，不能跳到 {month}</source>
        <translation>Only {last}, closed last, can be reopened; {month} cannot</translation>
    </message>
    <message>
        <source>{month} 已申报，不能反结账。差错在以后的月份更正</source>
        <translation>{month} is filed and cannot be reopened. Correct errors in a later month</translation>
    </message>
    <message>
        <source>收银台 {till} {day} 的班（{user}）还没交班</source>
        <translation>The shift of {day} on till {till} ({user}) is not closed yet</translation>
    </message>
    <message>
        <source>未交班</source>
        <translation>Shift open</translation>
    </message>
    <message>
        <source>{place}的{product}是 {quantity}</source>
        <translation>{product} in {place} is {quantity}</translation>
    </message>
    <message>
        <source>{product}有单据补录到以前的日期，后面的成本要重算</source>
        <translation>{product}: a document was entered for an earlier day; what later goods cost wants a recost</translation>
    </message>
    <message>
        <source>负库存</source>
        <translation>Negative stock</translation>
    </message>
    <message>
        <source>成本要重算</source>
        <translation>Cost wants a recost</translation>
    </message>
    <message>
        <source>账实相符</source>
        <translation>Books agree</translation>
    </message>
    <message>
        <source>{month} 还不能结账，{check}：{problem}（至少 {count} 处）</source>
        <translation>{month} cannot be closed yet, {check}: {problem} (at least {count} places)</translation>
    </message>
    <message>
        <source>本季</source>
        <translation>this quarter</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>this month</translation>
    </message>
    <message>
        <source>{period}销售额 {sales}（不含税）到了 {line} 的起征点，{period}全部销售额都要缴增值税</source>
        <translation>Sales of {period} are {sales} (without tax) and have reached the exemption line of {line}: VAT is due on all sales of {period}</translation>
    </message>
    <message>
        <source>{period}销售额 {sales}（不含税），离 {line} 的起征点还有 {left}，{pace}</source>
        <translation>Sales of {period} are {sales} (without tax), {left} below the exemption line of {line}; {pace}</translation>
    </message>
    <message>
        <source>连续四个季度</source>
        <translation>four quarters on end</translation>
    </message>
    <message>
        <source>连续十二个月</source>
        <translation>twelve months on end</translation>
    </message>
    <message>
        <source>{span}销售额 {sales}（不含税）超过 {line}，要登记为一般纳税人，从超过的那一期第一天起算</source>
        <translation>Sales of {span} are {sales} (without tax), above {line}: register as a general taxpayer, from the first day of the period that went above it</translation>
    </message>
    <message>
        <source>{span}销售额 {sales}（不含税），离一般纳税人标准 {line} 还有 {left}，{pace}</source>
        <translation>Sales of {span} are {sales} (without tax), {left} below the general-taxpayer limit of {line}; {pace}</translation>
    </message>
    <message>
        <source>（账里只有 {month} 起的，以前的另加）</source>
        <translation> (the books begin with {month}; add what was sold before)</translation>
    </message>
    <message>
        <source>照现在的速度 {day} 到</source>
        <translation>at today&apos;s pace reached on {day}</translation>
    </message>
    <message>
        <source>照现在的速度{period}不会到</source>
        <translation>at today&apos;s pace not reached {period}</translation>
    </message>
    <message>
        <source>照现在的速度一年内不会到</source>
        <translation>at today&apos;s pace not reached within a year</translation>
    </message>
    <message>
        <source>{year}年{month}月{day}日</source>
        <translation>{year}-{month}-{day}</translation>
    </message>
    <message>
        <source>免征增值税 {exempt}，专票的税额 {due} 照缴</source>
        <translation>VAT of {exempt} is exempt; {due} on special invoices is due</translation>
    </message>
    <message>
        <source>{count} 项固定资产本月折旧 {amount}，结账时自动做凭证</source>
        <translation>{count} fixed assets wear off {amount} this month; closing books it</translation>
    </message>
    <message>
        <source>固定资产折旧</source>
        <translation>Depreciation of fixed assets</translation>
    </message>
    <message>
        <source>{account} 的银行流水只到 {day}</source>
        <translation>The statement of {account} ends on {day}</translation>
    </message>
    <message>
        <source>{account} 的银行流水缺页，差 {gap}</source>
        <translation>A page of the statement of {account} is missing: {gap}</translation>
    </message>
    <message>
        <source>{account}：银行 {lines} 笔账上没有，账上 {legs} 笔银行没有</source>
        <translation>{account}: the books lack {lines} of the bank&apos;s, the bank lacks {legs} of the books&apos;</translation>
    </message>
    <message>
        <source>银行对账</source>
        <translation>Bank reconciliation</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>{shop} 不是进销存账套</source>
        <translation>{shop} is not a jxc book set</translation>
    </message>
    <message>
        <source>{shop} 是更新版本的程序写的（第 {version} 版）。升级本程序后再打开</source>
        <translation>{shop} was written by a newer program (version {version}). Upgrade this program, then open it</translation>
    </message>
    <message>
        <source>打不开 {path}：它不是账套文件，或已损坏。用备份恢复</source>
        <translation>{path} cannot be opened: it is no book set file, or is damaged. Restore a backup</translation>
    </message>
    <message>
        <source>{number} 是{state}，不能这样做。刷新后再看</source>
        <translation>{number} is {state}, so this cannot be done. Refresh and look again</translation>
    </message>
    <message>
        <source>这张草稿</source>
        <translation>This draft</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>待审核</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>已审核</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>已过账</source>
        <translation>Posted</translation>
    </message>
    <message>
        <source>已红冲</source>
        <translation>Reversed</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>{shop} 正在恢复或升级。等它做完再打开</source>
        <translation>{shop} is being restored or upgraded. Wait until that is done</translation>
    </message>
    <message>
        <source>{shop} 还开在别的窗口或程序里。先关掉它们，再做一次</source>
        <translation>{shop} is open in another window or program. Close those, then try again</translation>
    </message>
    <message>
        <source>{shop} 已经在另一个窗口打开。切换到那个窗口</source>
        <translation>{shop} is open in another window. Switch to it</translation>
    </message>
    <message>
        <source>{folder} 里写不了文件。换一个能写的文件夹</source>
        <translation>Files cannot be written in {folder}. Choose a folder that can be written</translation>
    </message>
    <message>
        <source>账套是更新版本的程序写的（第 {version} 版）。升级本程序后再打开</source>
        <translation>The book set was written by a newer program (version {version}). Upgrade this program, then open it</translation>
    </message>
    <message>
        <source>账套的表或触发器被人改过，不能升级。用备份恢复后再升级</source>
        <translation>Tables or triggers of the book set were changed, so it cannot be upgraded. Restore a backup, then upgrade</translation>
    </message>
    <message>
        <source>“{text}”不是数字。填如 12 或 12.50 的数</source>
        <translation>“{text}” is not a number. Write one like 12 or 12.50</translation>
    </message>
    <message>
        <source>{text} 的小数太多，这里最多 {places} 位</source>
        <translation>{text} has too many decimals; at most {places} here</translation>
    </message>
    <message>
        <source>{shop} 是旧版本的账套。先用窗口打开一次，升级后再用</source>
        <translation>{shop} is a book set of an older version. Open it once in the window to upgrade it</translation>
    </message>
    <message>
        <source>账套写成文件路径，或 {example}</source>
        <translation>Write the book set as a file path, or {example}</translation>
    </message>
    <message>
        <source>没有账套 {shop}。核对路径，或新建一个</source>
        <translation>There is no book set {shop}. Check the path, or make a new one</translation>
    </message>
    <message>
        <source>{shop} 不让读。检查文件的权限</source>
        <translation>{shop} may not be read. Check the file&apos;s permissions</translation>
    </message>
    <message>
        <source>{shop} 在 {service} 的同步文件夹里，账套会被改坏。换到普通文件夹</source>
        <translation>{shop} lies in a folder synced by {service}, which damages book sets. Move it to an ordinary folder</translation>
    </message>
    <message>
        <source>{shop} 在网络共享上，账套会被改坏。换到本机硬盘</source>
        <translation>{shop} lies on a network share, which damages book sets. Move it to a disk of this computer</translation>
    </message>
    <message>
        <source>这台电脑没有可用的钥匙串，密码不会保存在这里。每次用时再输入</source>
        <translation>This computer has no usable key store, so the password is not kept. Type it each time</translation>
    </message>
    <message>
        <source>没有装 PostgreSQL 的驱动。装上 jxc-desktop[postgres] 再试</source>
        <translation>The PostgreSQL driver is not installed. Install jxc-desktop[postgres] and try again</translation>
    </message>
    <message>
        <source>账套正被别的程序占用。过一会儿再试一次</source>
        <translation>Another program is using the book set. Try again in a moment</translation>
    </message>
    <message>
        <source>磁盘满了，没有保存。腾出空间再试一次</source>
        <translation>The disk is full and nothing was saved. Make room and try again</translation>
    </message>
    <message>
        <source>账套不让写。检查文件和文件夹的权限</source>
        <translation>The book set may not be written. Check the permissions of file and folder</translation>
    </message>
    <message>
        <source>账套打不开。检查文件和文件夹的权限</source>
        <translation>The book set cannot be opened. Check the permissions of file and folder</translation>
    </message>
    <message>
        <source>磁盘读写出错。检查磁盘，再试一次</source>
        <translation>The disk failed to read or write. Check it and try again</translation>
    </message>
    <message>
        <source>账套文件已损坏。用备份恢复</source>
        <translation>The book set file is damaged. Restore a backup</translation>
    </message>
    <message>
        <source>这不是账套文件，或已损坏。用备份恢复</source>
        <translation>This is no book set file, or it is damaged. Restore a backup</translation>
    </message>
    <message>
        <source>别人正在改同一样东西。再试一次</source>
        <translation>Somebody is changing the same thing. Try again</translation>
    </message>
    <message>
        <source>数据库服务器满了或连接太多。过一会儿再试</source>
        <translation>The database server is full or has too many connections. Try again in a moment</translation>
    </message>
    <message>
        <source>连不上数据库服务器。检查网络和地址，再试一次</source>
        <translation>The database server cannot be reached. Check the network and the address, then try again</translation>
    </message>
    <message>
        <source>数据库服务器不让连，或断开了。检查地址和账号</source>
        <translation>The database server refused or dropped the connection. Check the address and the account</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>{label}：{value}</source>
        <translation>{label}: {value}</translation>
    </message>
</context>
<context>
    <name>demo</name>
    <message>
        <source>图片存不进 {path}</source>
        <translation>Picture not saved to {path}</translation>
    </message>
    <message>
        <source>开班</source>
        <translation>Open shift</translation>
    </message>
    <message>
        <source>开班：数备用金</source>
        <translation>Open shift: count float</translation>
    </message>
    <message>
        <source>班次开好</source>
        <translation>Shift open</translation>
    </message>
    <message>
        <source>备用金</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>退货的原单</source>
        <translation>Original sale</translation>
    </message>
    <message>
        <source>退货：扫小票，选一行，退原来的钱</source>
        <translation>Return: scan receipt, choose a line, refund what was paid</translation>
    </message>
    <message>
        <source>退货过账</source>
        <translation>Post return</translation>
    </message>
    <message>
        <source>交班</source>
        <translation>Close shift</translation>
    </message>
    <message>
        <source>交班：先盲点钱箱</source>
        <translation>Close shift: blind count</translation>
    </message>
    <message>
        <source>交班：应有和实点</source>
        <translation>Close shift: expected, counted</translation>
    </message>
    <message>
        <source>下一班</source>
        <translation>Next shift</translation>
    </message>
    <message>
        <source>小票上 6 件</source>
        <translation>6 pcs on the receipt</translation>
    </message>
    <message>
        <source>收银：扫码，先打 2* 再扫就是两件</source>
        <translation>Till: scan; type 2* before the scan for two pcs</translation>
    </message>
    <message>
        <source>结算：收 50，找零马上算好</source>
        <translation>Pay: 50 taken, change shown at once</translation>
    </message>
    <message>
        <source>单品 9 折，整单 95 折</source>
        <translation>10% off one item, 5% off the sale</translation>
    </message>
    <message>
        <source>挂单</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>一部分微信，一部分现金</source>
        <translation>Part WeChat Pay, part cash</translation>
    </message>
    <message>
        <source>小票上 {count} 行</source>
        <translation>{count} lines on the receipt</translation>
    </message>
    <message>
        <source>应收</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>收款</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>小票没有记下</source>
        <translation>The ticket was not recorded</translation>
    </message>
    <message>
        <source>收银台没有打开</source>
        <translation>The till did not open</translation>
    </message>
    <message>
        <source>窗口里什么也没有打开</source>
        <translation>Nothing is open in the window</translation>
    </message>
    <message>
        <source>Ctrl+K 找不到“{typed}”</source>
        <translation>Ctrl+K does not find “{typed}”</translation>
    </message>
    <message>
        <source>{what}是 {found}，应当是 {wanted}</source>
        <translation>{what} is {found}, but should be {wanted}</translation>
    </message>
    <message>
        <source>店里的一天</source>
        <translation>A day in the shop</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>没有演完：{problem}</source>
        <translation>The demo did not finish: {problem}</translation>
    </message>
    <message>
        <source>还没有演完。</source>
        <translation>The demo is not over.</translation>
    </message>
    <message>
        <source>从空电脑到交班、看账、备份，全部通过键盘和扫码枪，用了 {seconds} 秒。</source>
        <translation>From an empty computer to shift close, books and backup, by keyboard and scanner only, in {seconds} seconds.</translation>
    </message>
    <message>
        <source>数目</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>步骤</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>{seconds} 秒</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>图上没显示全的字</source>
        <translation>Words cut in the pictures</translation>
    </message>
    <message>
        <source>没有。</source>
        <translation>None.</translation>
    </message>
    <message>
        <source>导入的商品</source>
        <translation>Products imported</translation>
    </message>
    <message>
        <source>采购入库（价税合计）</source>
        <translation>Goods receipts (incl. tax)</translation>
    </message>
    <message>
        <source>销售出库（价税合计）</source>
        <translation>Deliveries (incl. tax)</translation>
    </message>
    <message>
        <source>小票张数</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>零售收款</source>
        <translation>Retail takings</translation>
    </message>
    <message>
        <source>零售退款</source>
        <translation>Retail refunds</translation>
    </message>
    <message>
        <source>交班时钱箱应有</source>
        <translation>Expected cash at close</translation>
    </message>
    <message>
        <source>交班时实点</source>
        <translation>Counted cash at close</translation>
    </message>
    <message>
        <source>库存金额 = 总账 1405</source>
        <translation>Stock value = ledger 1405</translation>
    </message>
    <message>
        <source>科目余额表本期借方</source>
        <translation>Trial balance, period debit</translation>
    </message>
    <message>
        <source>科目余额表本期贷方</source>
        <translation>Trial balance, period credit</translation>
    </message>
    <message>
        <source>自检项目，全部通过</source>
        <translation>Self-checks, all passed</translation>
    </message>
    <message>
        <source>验证过的备份</source>
        <translation>Verified backups</translation>
    </message>
    <message>
        <source>科目余额表</source>
        <translation>Trial balance</translation>
    </message>
    <message>
        <source>本期贷方</source>
        <translation>Period credit</translation>
    </message>
    <message>
        <source>进销存汇总表</source>
        <translation>Stock movements</translation>
    </message>
    <message>
        <source>销售汇总表</source>
        <translation>Sales summary</translation>
    </message>
    <message>
        <source>销售汇总表的价税合计</source>
        <translation>Total incl. tax of the sales summary</translation>
    </message>
    <message>
        <source>经营看板没有打开</source>
        <translation>The dashboard is not open</translation>
    </message>
    <message>
        <source>看板的客单价</source>
        <translation>The average sale on the dashboard</translation>
    </message>
    <message>
        <source>看板的库存金额</source>
        <translation>The stock value on the dashboard</translation>
    </message>
    <message>
        <source>看板的应收账款</source>
        <translation>The receivables on the dashboard</translation>
    </message>
    <message>
        <source>老板看板：今天卖了多少，赚了多少</source>
        <translation>Owner&apos;s dashboard: what was sold and earned today</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>备份做好，当场验证能恢复</source>
        <translation>Backed up and verified as restorable</translation>
    </message>
    <message>
        <source>备份没有验证通过</source>
        <translation>The backup was not verified</translation>
    </message>
    <message>
        <source>{title}没有打开</source>
        <translation>{title} did not open</translation>
    </message>
    <message>
        <source>示例账套</source>
        <translation>Sample book set</translation>
    </message>
    <message>
        <source>示例账套没有写成</source>
        <translation>Sample book set not written</translation>
    </message>
    <message>
        <source>示例账套打开</source>
        <translation>Sample book set opened</translation>
    </message>
    <message>
        <source>选文件的窗口</source>
        <translation>File chooser</translation>
    </message>
    <message>
        <source>文件选好</source>
        <translation>File chosen</translation>
    </message>
    <message>
        <source>窗口得到焦点。演示时不要点别的窗口</source>
        <translation>Window in focus. Click no other window during the demo</translation>
    </message>
    <message>
        <source>没有窗口能接收按键</source>
        <translation>No window can receive keys</translation>
    </message>
    <message>
        <source>空电脑第一次打开：开账套</source>
        <translation>First start on an empty computer: book sets</translation>
    </message>
    <message>
        <source>新建账套：店名、纳税人、从哪个月开始</source>
        <translation>New book set: shop name, taxpayer, first month</translation>
    </message>
    <message>
        <source>老板的密码</source>
        <translation>Owner&apos;s password</translation>
    </message>
    <message>
        <source>备份那一页</source>
        <translation>Backup page</translation>
    </message>
    <message>
        <source>恢复码</source>
        <translation>Recovery codes</translation>
    </message>
    <message>
        <source>恢复码只显示一次</source>
        <translation>Recovery codes show once</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Log in</translation>
    </message>
    <message>
        <source>老板登录</source>
        <translation>Owner logs in</translation>
    </message>
    <message>
        <source>主窗口</source>
        <translation>Main window</translation>
    </message>
    <message>
        <source>新店：还什么都没有</source>
        <translation>New shop: nothing there yet</translation>
    </message>
    <message>
        <source>新建账套</source>
        <translation>New book set</translation>
    </message>
    <message>
        <source>新建账套没有打开</source>
        <translation>New book set did not open</translation>
    </message>
    <message>
        <source>客户：打上名称就能用</source>
        <translation>Customers: a name is enough</translation>
    </message>
    <message>
        <source>导入商品没有打开</source>
        <translation>The import of goods did not open</translation>
    </message>
    <message>
        <source>导入的对账报告</source>
        <translation>Report of the import</translation>
    </message>
    <message>
        <source>商品：从表格导入，条码和价格都在</source>
        <translation>Products: imported from a table, with barcodes and prices</translation>
    </message>
    <message>
        <source>导入商品：逐格预检</source>
        <translation>Import of goods: checked cell by cell</translation>
    </message>
    <message>
        <source>导入的下一步</source>
        <translation>Next step of the import</translation>
    </message>
    <message>
        <source>扫到的商品</source>
        <translation>Scanned product</translation>
    </message>
    <message>
        <source>采购入库单：扫码或打编号，右边是这家的进价和各仓库存</source>
        <translation>Goods receipt: scan or type the code; this supplier&apos;s prices and the stock stand at the right</translation>
    </message>
    <message>
        <source>采购入库单的价税合计</source>
        <translation>Total incl. tax of the goods receipt</translation>
    </message>
    <message>
        <source>已过账的采购入库单</source>
        <translation>Posted goods receipt</translation>
    </message>
    <message>
        <source>拼音首字母找商品，证据窗格跟着光标</source>
        <translation>Find products by pinyin initials; the panes follow the cursor</translation>
    </message>
    <message>
        <source>销售出库单：客户现欠、可用库存、本单毛利</source>
        <translation>Delivery: customer&apos;s debt, available stock, profit</translation>
    </message>
    <message>
        <source>销售出库单的价税合计</source>
        <translation>Total incl. tax of the delivery</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>往来单位</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>第 {n} 行的数量</source>
        <translation>Quantity on line {n}</translation>
    </message>
    <message>
        <source>第 {n} 行的商品</source>
        <translation>Product on line {n}</translation>
    </message>
    <message>
        <source>单据过账</source>
        <translation>Document posted</translation>
    </message>
    <message>
        <source>{number} 的 PDF</source>
        <translation>PDF of {number}</translation>
    </message>
    <message>
        <source>经营看板</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>销售出库单</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>已过账的销售出库单</source>
        <translation>Posted delivery</translation>
    </message>
    <message>
        <source>采购入库单</source>
        <translation>Goods receipt</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>商品收发明细</source>
        <translation>Stock moves</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>账本和明细账</source>
        <translation>Ledger and account card</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>导入：逐格预检</source>
        <translation>Import: check cell by cell</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>用户和角色</source>
        <translation>Users and roles</translation>
    </message>
    <message>
        <source>审计日志</source>
        <translation>Audit log</translation>
    </message>
    <message>
        <source>健康</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>收银</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>结算</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>空电脑：新建账套、老板密码、恢复码、登录</source>
        <translation>Empty computer: book set, owner&apos;s password, recovery codes, login</translation>
    </message>
    <message>
        <source>记下供应商和客户</source>
        <translation>Enter supplier and customer</translation>
    </message>
    <message>
        <source>导入商品表</source>
        <translation>Import products</translation>
    </message>
    <message>
        <source>采购入库：扫码和键盘，过账，打印</source>
        <translation>Goods receipt: scanner and keys, post, print</translation>
    </message>
    <message>
        <source>销售出库：拼音首字母，赊销，打印</source>
        <translation>Delivery: pinyin initials, on credit, print</translation>
    </message>
    <message>
        <source>收银：五张小票，折扣、挂单、混合收款、重打</source>
        <translation>Till: five receipts, discounts, hold, mixed payment, reprint</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>看账：科目余额表，PDF 和 Excel</source>
        <translation>Books: trial balance, PDF and Excel</translation>
    </message>
    <message>
        <source>老板看板</source>
        <translation>Owner&apos;s board</translation>
    </message>
    <message>
        <source>备份并验证，账实自检</source>
        <translation>Back up, verify, check the books</translation>
    </message>
    <message>
        <source>关店</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>示例账套：各个页面的图</source>
        <translation>Sample book set: pictures of the pages</translation>
    </message>
    <message>
        <source>{file} 不是演示留下的。换一个文件夹</source>
        <translation>{file} was not left by the demo. Choose another folder</translation>
    </message>
    <message>
        <source>{folder} 里已经有东西。换一个文件夹</source>
        <translation>{folder} is not empty. Choose another folder</translation>
    </message>
    <message>
        <source>账套没有打开</source>
        <translation>Book set did not open</translation>
    </message>
    <message>
        <source>等不到：{what}</source>
        <translation>Waited in vain: {what}</translation>
    </message>
    <message>
        <source>消息“{words}”</source>
        <translation>Message “{words}”</translation>
    </message>
    <message>
        <source>账套关好</source>
        <translation>Book set closed</translation>
    </message>
    <message>
        <source>程序出错了：{error}</source>
        <translation>The program failed: {error}</translation>
    </message>
    <message>
        <source>扫码盘点</source>
        <translation>Counting by scanner</translation>
    </message>
    <message>
        <source>报损单</source>
        <translation>Stock loss</translation>
    </message>
    <message>
        <source>调拨单</source>
        <translation>Stock transfer</translation>
    </message>
    <message>
        <source>补货建议</source>
        <translation>What to buy</translation>
    </message>
    <message>
        <source>开票登记</source>
        <translation>registered invoice</translation>
    </message>
    <message>
        <source>期间与结账</source>
        <translation>Periods</translation>
    </message>
    <message>
        <source>黑匣子</source>
        <translation>Flight recorder</translation>
    </message>
    <message>
        <source>手册</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>盘点</source>
        <translation>Counts</translation>
    </message>
</context>
<context>
    <name>guide</name>
    <message>
        <source>我的店</source>
        <translation>My shop</translation>
    </message>
    <message>
        <source>老板</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>总仓</source>
        <translation>Main</translation>
    </message>
    <message>
        <source>调拨在途</source>
        <translation>In transit</translation>
    </message>
    <message>
        <source>收银台 01</source>
        <translation>Till 01</translation>
    </message>
    <message>
        <source>接口</source>
        <translation>Interface</translation>
    </message>
    <message>
        <source>现金</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>银行存款</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>WeChat Pay</translation>
    </message>
    <message>
        <source>支付宝</source>
        <translation>Alipay</translation>
    </message>
    <message>
        <source>银行卡</source>
        <translation>Bank card</translation>
    </message>
    <message>
        <source>储值</source>
        <translation>Stored value</translation>
    </message>
    <message>
        <source>普通会员</source>
        <translation>Regular member</translation>
    </message>
</context>
<context>
    <name>imports</name>
    <message>
        <source>{name} 解开后大得不正常，没有读。用表格软件打开，只留要导入的表，另存后再导入</source>
        <translation>{name} unpacks to an unusual size and was not read. Open it in a spreadsheet program, keep only the sheet to import, save it as a new file and import that</translation>
    </message>
    <message>
        <source>看不懂换算率“{text}”。填一个数，如 24</source>
        <translation>The factor “{text}” cannot be read. Write a number, like 24</translation>
    </message>
    <message>
        <source>换算率要大于 0。填一个数，如 24</source>
        <translation>The factor must be above 0. Write a number, like 24</translation>
    </message>
    <message>
        <source>没有 {text} 的税率。填如 13%、1% 或 免税</source>
        <translation>There is no tax rate {text}. Write one like 13%, 1% or 免税 (exempt)</translation>
    </message>
    <message>
        <source>这里要填数字。填如 12 或 12.50 的数</source>
        <translation>A number is wanted here. Write one like 12 or 12.50</translation>
    </message>
    <message>
        <source>{text} 太小，不能小于 {least}。改成对的数</source>
        <translation>{text} is too small, it cannot be below {least}. Correct it</translation>
    </message>
    <message>
        <source>{text} 的小数太多，这里最多 {places} 位</source>
        <translation>{text} has too many decimals; at most {places} here</translation>
    </message>
    <message>
        <source>“{text}”不是条码。条码只有字母、数字和符号</source>
        <translation>“{text}” is not a barcode. Barcodes have only letters, digits and signs</translation>
    </message>
    <message>
        <source>{code} 校验位不对，末位应为 {digit}。对照实物改正</source>
        <translation>{code} has a wrong check digit, should end in {digit}. Compare it with the goods</translation>
    </message>
    <message>
        <source>“{text}”没有年份。填如 2026-03-05 的日期</source>
        <translation>“{text}” has no year. Write a date like 2026-03-05</translation>
    </message>
    <message>
        <source>没有 {text} 这一天。改成对的日期</source>
        <translation>There is no day {text}. Correct the date</translation>
    </message>
    <message>
        <source>看不懂日期“{text}”。填如 2026-03-05 的日期</source>
        <translation>The date “{text}” cannot be read. Write one like 2026-03-05</translation>
    </message>
    <message>
        <source>看不懂折扣“{text}”。填减去的部分，如 0.15 或 15%</source>
        <translation>The discount “{text}” cannot be read. Write the part taken off, like 0.15 or 15%</translation>
    </message>
    <message>
        <source>看不懂折扣“{text}”。填如 8.8折 或 88%</source>
        <translation>The discount “{text}” cannot be read. Write what is left to pay, like 88%</translation>
    </message>
    <message>
        <source>公式还没有算出结果。在表格软件里打开并保存一次，或改填数值</source>
        <translation>The formula has no result yet. Open and save the file in a spreadsheet program, or write the value</translation>
    </message>
    <message>
        <source>公式出错（{error}）。改填数值</source>
        <translation>The formula failed ({error}). Write the value</translation>
    </message>
    <message>
        <source>看不懂“{text}”。填 批次、序列号 或 否</source>
        <translation>“{text}” is not understood. Write lot, serial or no</translation>
    </message>
    <message>
        <source>看不懂“{text}”。填 是 或 否</source>
        <translation>“{text}” cannot be read. Write yes or no</translation>
    </message>
    <message>
        <source>数量 {text} 太大，可能是条码填错了列</source>
        <translation>Quantity {text} is too large; perhaps a barcode is in the wrong column</translation>
    </message>
    <message>
        <source>没有“{unit}”这个单位。改用 {units}，或先设换算率</source>
        <translation>There is no unit “{unit}”. Use {units}, or set a factor first</translation>
    </message>
    <message>
        <source>{count} {unit} 换不成整的 {base}。改填 {base} 的数量</source>
        <translation>{count} {unit} is no exact number of {base}. Write the quantity in {base}</translation>
    </message>
    <message>
        <source>看不懂数量“{text}”。填数字，或如 3箱5瓶</source>
        <translation>The quantity “{text}” cannot be read. Write a number, or units like 3箱5瓶</translation>
    </message>
    <message>
        <source>“{text}”不像电话号码。只留号码</source>
        <translation>“{text}” does not look like a phone number. Keep only the number</translation>
    </message>
    <message>
        <source>有 {count} 个字，最多 {length} 个。缩短后再导入</source>
        <translation>It has {count} characters, at most {length} are allowed. Shorten it and import again</translation>
    </message>
    <message>
        <source>{number} 成了数字格式，后面的位数已丢失。把这一列设为文本，重新导出</source>
        <translation>{number} became a number and lost its last digits. Make the column text and export again</translation>
    </message>
    <message>
        <source>被表格软件变成了日期。把这一列设为文本，重新填写</source>
        <translation>The spreadsheet program turned this into a date. Format the column as text and write it again</translation>
    </message>
    <message>
        <source>必填，空着。填上，或去掉这一行</source>
        <translation>Required, but empty. Fill it in, or remove this row</translation>
    </message>
    <message>
        <source>{name} 其实是网页，不是表格。用表格软件打开，另存为 xlsx 再导入</source>
        <translation>{name} is really a web page, not a sheet. Open it in a spreadsheet program, save it as xlsx and import that</translation>
    </message>
    <message>
        <source>认不出 {name} 的文字编码。指明编码，或另存为 UTF-8 再导入</source>
        <translation>The encoding of {name} is not recognised. Name it, or save the file as UTF-8</translation>
    </message>
    <message>
        <source>没有叫 {encoding} 的编码。常用的是 utf-8 和 gb18030</source>
        <translation>There is no encoding called {encoding}. Common ones are utf-8 and gb18030</translation>
    </message>
    <message>
        <source>{name} 不是 {encoding} 编码。换一个编码，或另存为 UTF-8</source>
        <translation>{name} is not in {encoding}. Choose another encoding, or save it as UTF-8</translation>
    </message>
    <message>
        <source>{name} 第 {row} 行的引号没有配对。补上引号再导入</source>
        <translation>{name}, row {row}: a quotation mark is missing. Add it and import again</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>商品编号</source>
        <translation>Product code</translation>
    </message>
    <message>
        <source>商品名称</source>
        <translation>Product name</translation>
    </message>
    <message>
        <source>简称</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>助记码</source>
        <translation>Mnemonic</translation>
    </message>
    <message>
        <source>条码</source>
        <translation>Barcode</translation>
    </message>
    <message>
        <source>规格</source>
        <translation>Spec</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>品牌</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>产地</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>辅助单位</source>
        <translation>Other unit</translation>
    </message>
    <message>
        <source>换算率</source>
        <translation>Factor</translation>
    </message>
    <message>
        <source>供应商</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>税率</source>
        <translation>Tax rate</translation>
    </message>
    <message>
        <source>税收分类编码</source>
        <translation>Tax class</translation>
    </message>
    <message>
        <source>最低库存</source>
        <translation>Min stock</translation>
    </message>
    <message>
        <source>最高库存</source>
        <translation>Max stock</translation>
    </message>
    <message>
        <source>保质期</source>
        <translation>Shelf life</translation>
    </message>
    <message>
        <source>保质期（月）</source>
        <translation>Shelf life (months)</translation>
    </message>
    <message>
        <source>称重</source>
        <translation>Weighed</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>Enabled</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>进价</source>
        <translation>Purchase price</translation>
    </message>
    <message>
        <source>零售价</source>
        <translation>Retail price</translation>
    </message>
    <message>
        <source>批发价</source>
        <translation>Wholesale price</translation>
    </message>
    <message>
        <source>会员价</source>
        <translation>Member price</translation>
    </message>
    <message>
        <source>等级价1</source>
        <translation>Price level 1</translation>
    </message>
    <message>
        <source>等级价2</source>
        <translation>Price level 2</translation>
    </message>
    <message>
        <source>等级价3</source>
        <translation>Price level 3</translation>
    </message>
    <message>
        <source>最低售价</source>
        <translation>Lowest sale price</translation>
    </message>
    <message>
        <source>发票号码</source>
        <translation>Invoice no.</translation>
    </message>
    <message>
        <source>发票类型</source>
        <translation>Kind of invoice</translation>
    </message>
    <message>
        <source>开票日期</source>
        <translation>Invoice date</translation>
    </message>
    <message>
        <source>客户编号</source>
        <translation>Customer code</translation>
    </message>
    <message>
        <source>购方名称</source>
        <translation>Buyer</translation>
    </message>
    <message>
        <source>冲销发票</source>
        <translation>Takes back</translation>
    </message>
    <message>
        <source>开票内容</source>
        <translation>For</translation>
    </message>
    <message>
        <source>价税合计</source>
        <translation>With tax</translation>
    </message>
    <message>
        <source>税额</source>
        <translation>Tax</translation>
    </message>
    <message>
        <source>交易日期</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>收入</source>
        <translation>Money in</translation>
    </message>
    <message>
        <source>支出</source>
        <translation>Money out</translation>
    </message>
    <message>
        <source>收支</source>
        <translation>In or out</translation>
    </message>
    <message>
        <source>余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>对方户名</source>
        <translation>Counterparty</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>流水号</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Qty</translation>
    </message>
    <message>
        <source>成本单价</source>
        <translation>Unit cost</translation>
    </message>
    <message>
        <source>款号</source>
        <translation>Style code</translation>
    </message>
    <message>
        <source>颜色</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>尺码</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>批次管理</source>
        <translation>Tracked by</translation>
    </message>
    <message>
        <source>提前提醒天数</source>
        <translation>Warn days ahead</translation>
    </message>
    <message>
        <source>毛重（千克）</source>
        <translation>Gross weight (kg)</translation>
    </message>
    <message>
        <source>体积（立方米）</source>
        <translation>Volume (m³)</translation>
    </message>
    <message>
        <source>秤码</source>
        <translation>Scale code</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>批号</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>生产日期</source>
        <translation>Mfg date</translation>
    </message>
    <message>
        <source>到期日</source>
        <translation>Expiry</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>城市</source>
        <translation>City</translation>
    </message>
    <message>
        <source>国家</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>税号</source>
        <translation>Tax no.</translation>
    </message>
    <message>
        <source>开户行</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>Account no.</translation>
    </message>
    <message>
        <source>信用额度</source>
        <translation>Credit limit</translation>
    </message>
    <message>
        <source>账期</source>
        <translation>Credit days</translation>
    </message>
    <message>
        <source>价格等级</source>
        <translation>Price level</translation>
    </message>
    <message>
        <source>业务员</source>
        <translation>Salesperson</translation>
    </message>
    <message>
        <source>期初应收</source>
        <translation>Opening receivable</translation>
    </message>
    <message>
        <source>期初应付</source>
        <translation>Opening payable</translation>
    </message>
    <message>
        <source>会员卡号</source>
        <translation>Card no.</translation>
    </message>
    <message>
        <source>会员姓名</source>
        <translation>Member name</translation>
    </message>
    <message>
        <source>手机号</source>
        <translation>Mobile</translation>
    </message>
    <message>
        <source>会员等级</source>
        <translation>Member level</translation>
    </message>
    <message>
        <source>积分</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>储值余额</source>
        <translation>Stored value</translation>
    </message>
    <message>
        <source>赠送金额</source>
        <translation>Bonus amount</translation>
    </message>
    <message>
        <source>生日</source>
        <translation>Birthday</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>往来单位编号</source>
        <translation>Partner code</translation>
    </message>
    <message>
        <source>预收预付</source>
        <translation>Advances</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>科目编码</source>
        <translation>Account code</translation>
    </message>
    <message>
        <source>科目名称</source>
        <translation>Account name</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Side</translation>
    </message>
    <message>
        <source>期初借方</source>
        <translation>Opening debit</translation>
    </message>
    <message>
        <source>期初贷方</source>
        <translation>Opening credit</translation>
    </message>
    <message>
        <source>期初余额</source>
        <translation>Opening balance</translation>
    </message>
    <message>
        <source>本年累计借方</source>
        <translation>YTD debit</translation>
    </message>
    <message>
        <source>本年累计贷方</source>
        <translation>YTD credit</translation>
    </message>
    <message>
        <source>往来单位</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>业务日期</source>
        <translation>Business date</translation>
    </message>
    <message>
        <source>交货日期</source>
        <translation>Delivery date</translation>
    </message>
    <message>
        <source>来源单号</source>
        <translation>Source no.</translation>
    </message>
    <message>
        <source>整单优惠</source>
        <translation>Order discount</translation>
    </message>
    <message>
        <source>原因类型</source>
        <translation>Kind of reason</translation>
    </message>
    <message>
        <source>单价</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>折扣</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>赠品</source>
        <translation>Gift</translation>
    </message>
    <message>
        <source>行备注</source>
        <translation>Line note</translation>
    </message>
    <message>
        <source>没有编号或条码是 {code} 的商品。先导入商品，或改编号</source>
        <translation>No product has the code or barcode {code}. Import the products first, or correct the code</translation>
    </message>
    <message>
        <source>编号和条码不是同一个商品的。改成同一个的</source>
        <translation>Code and barcode belong to different products. Make them agree</translation>
    </message>
    <message>
        <source>没有写是哪个商品。填编号、条码或名称</source>
        <translation>Which product is not said. Fill in code, barcode or name</translation>
    </message>
    <message>
        <source>没有叫“{name}”的商品。先导入商品，或改名称</source>
        <translation>No product is called “{name}”. Import the products first, or correct the name</translation>
    </message>
    <message>
        <source>有几个商品叫“{name}”。改用编号或条码</source>
        <translation>Several products are called “{name}”. Use code or barcode</translation>
    </message>
    <message>
        <source>“{name}”里没有认出表头。表头要有编号、名称这样的列名，并在前 {rows} 行内</source>
        <translation>No heading row was found in “{name}”. It needs names such as 编号 (code) and 名称 (name), within the first {rows} rows</translation>
    </message>
    <message>
        <source>文件里没有内容。换一个有数据的文件</source>
        <translation>The file is empty. Choose one with data</translation>
    </message>
    <message>
        <source>“{heading}”对到的 {field} 不是这里的字段。可以用的有 {fields}</source>
        <translation>“{heading}” is mapped to {field}, which is no field here. There are {fields}</translation>
    </message>
    <message>
        <source>文件里没有“{heading}”这一列。对照表头改一下对应表</source>
        <translation>The file has no column “{heading}”. Correct the mapping to fit the headings</translation>
    </message>
    <message>
        <source>本行的编号和条码分别是“{names}”的。改成同一个的</source>
        <translation>Code and barcode of this row belong to “{names}”. Make them agree</translation>
    </message>
    <message>
        <source>{value} 已是“{name}”的，和本行不是一个。换一个，或去掉这一行</source>
        <translation>{value} belongs to “{name}”, which is not this row. Choose another, or remove this row</translation>
    </message>
    <message>
        <source>已有“{name}”，内容不同，没有改它</source>
        <translation>“{name}” exists with other content and was not changed</translation>
    </message>
    <message>
        <source>期初库存</source>
        <translation>Opening stock</translation>
    </message>
    <message>
        <source>{product} 不按批次管理，批号没有导入</source>
        <translation>{product} is not kept by lot, so the lot was not imported</translation>
    </message>
    <message>
        <source>科目期初</source>
        <translation>Opening balances</translation>
    </message>
    <message>
        <source>借方和贷方都有数。只留余额的一方</source>
        <translation>Both debit and credit have a number. Keep the side of the balance</translation>
    </message>
    <message>
        <source>方向只能是借、贷或平</source>
        <translation>The side can only be 借 (debit), 贷 (credit) or 平 (even)</translation>
    </message>
    <message>
        <source>没有、或不止一个单位是“{code}”。填编号</source>
        <translation>No partner, or more than one, is “{code}”. Fill in the code</translation>
    </message>
    <message>
        <source>会员</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>没有会员级别“{level}”。先建级别，可以用 {known}</source>
        <translation>There is no member level “{level}”. Make it first, or use {known}</translation>
    </message>
    <message>
        <source>手机 {phone} 已是别的会员的。一个号码一个会员</source>
        <translation>Phone {phone} is another member&apos;s. A number belongs to one member</translation>
    </message>
    <message>
        <source>这一列没有导入。积分用积分变动单补记，储值余额还不能导入</source>
        <translation>This column was left out. Enter points as points changes; stored value cannot be imported yet</translation>
    </message>
    <message>
        <source>这一列没有导入，程序不记它</source>
        <translation>Not imported: there is no place for it</translation>
    </message>
    <message>
        <source>没有科目 {code}。先加科目，或改编码</source>
        <translation>There is no account {code}. Add it first, or correct the code</translation>
    </message>
    <message>
        <source>这个科目的期初由期初库存或期初欠款产生，这一行不导入</source>
        <translation>The opening of this account comes from opening stock or debts; this row is not imported</translation>
    </message>
    <message>
        <source>有下级科目，以下级为准</source>
        <translation>It has sub-accounts; those count</translation>
    </message>
    <message>
        <source>有下级科目，期初记到末级。改成末级编码</source>
        <translation>It has sub-accounts; openings go to the lowest level. Use a lowest-level code</translation>
    </message>
    <message>
        <source>这个科目要写往来单位</source>
        <translation>This account needs a partner</translation>
    </message>
    <message>
        <source>没有金额。填上，没有就填 0</source>
        <translation>There is no amount. Fill it in, or write 0</translation>
    </message>
    <message>
        <source>没有编号是 {code} 的单位。先导入单位，或改编号</source>
        <translation>No partner has the code {code}. Import the partners first, or correct the code</translation>
    </message>
    <message>
        <source>没有写是哪个单位。填编号或名称</source>
        <translation>Which partner is not said. Fill in code or name</translation>
    </message>
    <message>
        <source>没有叫“{name}”的单位。先导入单位，或改名称</source>
        <translation>No partner is called “{name}”. Import the partners first, or correct the name</translation>
    </message>
    <message>
        <source>有几个单位叫“{name}”。填编号</source>
        <translation>Several partners are called “{name}”. Fill in the code</translation>
    </message>
    <message>
        <source>期初数量不能是负数。先查清再填</source>
        <translation>Opening quantities cannot be negative. Find out what is right first</translation>
    </message>
    <message>
        <source>按 {unit} 计的数量最多 {places} 位小数。改数量，或换单位</source>
        <translation>Quantities by {unit} take at most {places} decimals. Change the quantity or the unit</translation>
    </message>
    <message>
        <source>这种商品按批次或序列号管理。填批号或序列号</source>
        <translation>These goods are kept by lot or serial number. Fill in the lot or the serial numbers</translation>
    </message>
    <message>
        <source>有 {count} 个序列号，和数量不一样。一件一个号，用空格隔开</source>
        <translation>There are {count} serial numbers, which is not the quantity. One number a piece, with blanks between</translation>
    </message>
    <message>
        <source>没有仓库“{name}”。先建仓库，或改成 {known}</source>
        <translation>There is no warehouse “{name}”. Create it first, or use {known}</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>税号的校验位不对。对照营业执照</source>
        <translation>The check digit of the tax number is wrong. Compare with the business licence</translation>
    </message>
    <message>
        <source>没有价格等级“{level}”。可以用 {known}</source>
        <translation>There is no price level “{level}”. There are {known}</translation>
    </message>
    <message>
        <source>欠款没有导入。期初应收、应付另外导入</source>
        <translation>The debts were not imported. Import opening receivables and payables by themselves</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>款号 {style} 有几行，这一行没有颜色也没有尺码</source>
        <translation>Style {style} has several rows, and this one has neither colour nor size</translation>
    </message>
    <message>
        <source>秤码 {plu} 已是“{name}”的。换一个秤码</source>
        <translation>Scale code {plu} belongs to “{name}”. Take another</translation>
    </message>
    <message>
        <source>库存没有导入。要建期初库存，导入时选“库存和进价也导入”</source>
        <translation>Stock is not imported. Choose “Import stock and purchase prices too”</translation>
    </message>
    <message>
        <source>{name} 不是能读的表格。选 xlsx、xls、ods、csv 或 tsv 文件</source>
        <translation>{name} is no sheet that can be read. Choose an xlsx, xls, ods, csv or tsv file</translation>
    </message>
    <message>
        <source>{name} 太大，读不下。分成几个文件，每个不超过 20 MB，再分别导入</source>
        <translation>{name} is too large to read. Split it into files of at most 20 MB and import each</translation>
    </message>
    <message>
        <source>{value} 与第 {row} 行“{name}”相同。换一个，或去掉这一行</source>
        <translation>{value} is the same as in row {row}, “{name}”. Choose another, or remove this row</translation>
    </message>
    <message>
        <source>{value} 与第 {row} 行相同。换一个，或去掉这一行</source>
        <translation>{value} is the same as in row {row}. Choose another, or remove this row</translation>
    </message>
    <message>
        <source>名称与第 {row} 行相同。看看是不是同一个</source>
        <translation>The name is the same as in row {row}. See whether it is the same thing</translation>
    </message>
    <message>
        <source>名称与第 {row} 行“{name}”只差写法。看看是不是同一个</source>
        <translation>The name differs from row {row}, “{name}”, only in writing. See whether it is the same thing</translation>
    </message>
    <message>
        <source>没有零售价。以后在商品里补上</source>
        <translation>There is no retail price. Add it to the product later</translation>
    </message>
    <message>
        <source>零售价低于进价。核对一下</source>
        <translation>The retail price is below the purchase price. Check it</translation>
    </message>
    <message>
        <source>有辅助单位，没有换算率。填一个数，如 24</source>
        <translation>There is another unit but no factor. Write a number, like 24</translation>
    </message>
    <message>
        <source>期初数量不能是负数。先查清再填，没有就填 0</source>
        <translation>Opening quantities cannot be negative. Find out what is right first; if there is none, write 0</translation>
    </message>
    <message>
        <source>有数量，没有成本。看看是不是赠品</source>
        <translation>There is a quantity but no cost. See whether it was a gift</translation>
    </message>
    <message>
        <source>数量×单价是 {product}，差 {difference}。以金额为准</source>
        <translation>Qty × price is {product}, a difference of {difference}. The amount counts</translation>
    </message>
    <message>
        <source>{name} 有密码。在表格软件里去掉密码，另存后再导入</source>
        <translation>{name} has a password. Remove it in a spreadsheet program, save as a new file and import that</translation>
    </message>
    <message>
        <source>没有找到 {name}。看看文件名和文件夹对不对</source>
        <translation>{name} was not found. See whether file name and folder are right</translation>
    </message>
    <message>
        <source>打不开 {name}。关掉正在用它的程序，或换一个文件</source>
        <translation>{name} cannot be opened. Close the program that uses it, or choose another file</translation>
    </message>
    <message>
        <source>{name} 是空的。换一个有内容的文件</source>
        <translation>{name} is empty. Choose a file with content</translation>
    </message>
    <message>
        <source>文件里没有“{columns}”这一列。补上，或对一下表头</source>
        <translation>The file has no column “{columns}”. Add it, or check the headings</translation>
    </message>
    <message>
        <source>采购订单</source>
        <translation>Purchase order</translation>
    </message>
    <message>
        <source>采购入库单</source>
        <translation>Goods receipt</translation>
    </message>
    <message>
        <source>销售报价单</source>
        <translation>Quotation</translation>
    </message>
    <message>
        <source>销售订单</source>
        <translation>Sales order</translation>
    </message>
    <message>
        <source>销售出库单</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>没有数量</source>
        <translation>There is no quantity</translation>
    </message>
    <message>
        <source>数量要大于 0</source>
        <translation>The quantity must be above 0</translation>
    </message>
    <message>
        <source>与同一单号的第 {row} 行不同。改成一样</source>
        <translation>It differs from row {row} of the same document. Make them agree</translation>
    </message>
    <message>
        <source>单号 {document}：{problem}</source>
        <translation>No. {document}: {problem}</translation>
    </message>
    <message>
        <source>这一行没有问题，是手工排除的</source>
        <translation>nothing was wrong with the row, it was left out by hand</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>现在是 {value}</source>
        <translation>now {value}</translation>
    </message>
    <message>
        <source>改为 {value}</source>
        <translation>change to {value}</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>单元格</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>原值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>可以这样改</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>State</translation>
    </message>
    <message>
        <source>未处理</source>
        <translation>open</translation>
    </message>
    <message>
        <source>照样导入</source>
        <translation>as it is</translation>
    </message>
    <message>
        <source>已改</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>已排除</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>正在读 {name}</source>
        <translation>Reading {name}</translation>
    </message>
    <message>
        <source>正在存 {name}</source>
        <translation>Saving {name}</translation>
    </message>
    <message>
        <source>没有存成 {name}。换个文件夹，或关掉打开它的程序</source>
        <translation>{name} could not be saved. Choose another folder, or close the program that has it open</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>写入</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>已有</source>
        <translation>there</translation>
    </message>
    <message>
        <source>排除</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>选文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Excel 或 csv</source>
        <translation>Excel or csv</translation>
    </message>
    <message>
        <source>对表头</source>
        <translation>Headings</translation>
    </message>
    <message>
        <source>哪一列是什么</source>
        <translation>what each column is</translation>
    </message>
    <message>
        <source>预检</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>逐格检查</source>
        <translation>cell by cell</translation>
    </message>
    <message>
        <source>试算</source>
        <translation>Trial</translation>
    </message>
    <message>
        <source>与原表合计核对</source>
        <translation>beside the file&apos;s totals</translation>
    </message>
    <message>
        <source>要么全部，要么不写</source>
        <translation>all or nothing</translation>
    </message>
    <message>
        <source>对账报告</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>每一行去了哪里</source>
        <translation>where each row went</translation>
    </message>
    <message>
        <source>去试算</source>
        <translation>Trial</translation>
    </message>
    <message>
        <source>正在写入</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>再导一个</source>
        <translation>Import another</translation>
    </message>
    <message>
        <source>排除 {bad} 行，去试算</source>
        <translation>Leave {bad} out, trial</translation>
    </message>
    <message>
        <source>不备份，写入 {rows} 行</source>
        <translation>Write {rows} rows without backup</translation>
    </message>
    <message>
        <source>写入 {rows} 行</source>
        <translation>Write {rows} rows</translation>
    </message>
    <message>
        <source>还有 {count} 行错误。</source>
        <translation>{count} rows are wrong.</translation>
    </message>
    <message>
        <source>改好它们，或排除后继续；排除的行会写进清单。</source>
        <translation>Correct them, or leave them out and go on; they can be saved as a list.</translation>
    </message>
    <message>
        <source>到“写入”那一步之前，什么都不会写进账套。</source>
        <translation>Nothing is written into the shop before the step “Writing”.</translation>
    </message>
    <message>
        <source>对好一次就记住，下次同样的表头不用再对。</source>
        <translation>What you choose is remembered for the next file with these headings.</translation>
    </message>
    <message>
        <source>没有错误，可以试算。</source>
        <translation>Nothing is wrong, go on to the trial.</translation>
    </message>
    <message>
        <source>数对得上就写入；对不上按 Alt+B 回去改。</source>
        <translation>Write it if the numbers agree; if not, Alt+B goes back.</translation>
    </message>
    <message>
        <source>Esc 停下，什么也不会留下。</source>
        <translation>Esc stops it and leaves nothing behind.</translation>
    </message>
    <message>
        <source>{read} 行：写入 {written}，已有 {there}，排除 {out}。</source>
        <translation>{read} rows: {written} written, {there} there, {out} left out.</translation>
    </message>
    <message>
        <source>原表合计</source>
        <translation>File&apos;s total</translation>
    </message>
    <message>
        <source>各行相加</source>
        <translation>Its rows</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>要写入</source>
        <translation>To write</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>原表不符</source>
        <translation>file wrong</translation>
    </message>
    <message>
        <source>相符</source>
        <translation>agreed</translation>
    </message>
    <message>
        <source>有差</source>
        <translation>differs</translation>
    </message>
    <message>
        <source>原表合计多 {amount}</source>
        <translation>the file has {amount} more</translation>
    </message>
    <message>
        <source>原表合计少 {amount}</source>
        <translation>the file has {amount} less</translation>
    </message>
    <message>
        <source>{count} 格没有加</source>
        <translation>{count} not added</translation>
    </message>
    <message>
        <source>是</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>no</translation>
    </message>
    <message>
        <source>没有写入：检查之后账套有了变化，{count} 行不能再导入。再看一遍预检</source>
        <translation>Nothing was written: the shop has changed since the check and {count} rows no longer fit. Look at the check once more</translation>
    </message>
    <message>
        <source>第 {row} 行 {column}</source>
        <translation>Row {row} {column}</translation>
    </message>
    <message>
        <source>写入之前先备份账套。写错了，从备份恢复。</source>
        <translation>The shop is backed up before anything is written. If it went wrong, restore the backup.</translation>
    </message>
    <message>
        <source>导入{kind}</source>
        <translation>Import {kind}</translation>
    </message>
    <message>
        <source>{count} 列导入 {taken} 列</source>
        <translation>{taken} of {count} columns</translation>
    </message>
    <message>
        <source>看不懂“{text}”。填 专票 或 普票</source>
        <translation>“{text}” is not understood. Write 专票 or 普票</translation>
    </message>
    <message>
        <source>开出的发票</source>
        <translation>Invoices given out</translation>
    </message>
    <message>
        <source>没有编号是 {code} 的客户。先导入客户，或改编号</source>
        <translation>There is no customer {code}. Import customers first, or change the code</translation>
    </message>
    <message>
        <source>写上购方名称，或客户编号</source>
        <translation>Enter the buyer&apos;s name, or the customer code</translation>
    </message>
    <message>
        <source>没有单号 {number} 的销售。核对单号，或留空</source>
        <translation>There is no sale {number}. Check the number, or leave it blank</translation>
    </message>
    <message>
        <source>没有价税合计。补上，或写金额和税额</source>
        <translation>No amount with tax. Add it, or write the amount and the tax</translation>
    </message>
    <message>
        <source>没有税额，也没有税率。补上一个</source>
        <translation>Neither tax nor tax rate. Add one of them</translation>
    </message>
    <message>
        <source>发票 {number}：{problem}</source>
        <translation>Invoice {number}: {problem}</translation>
    </message>
    <message>
        <source>银行流水</source>
        <translation>Bank statement</translation>
    </message>
    <message>
        <source>没有在用的结算账户 {account}。有的是 {known}</source>
        <translation>There is no money account {account} in use. There are {known}</translation>
    </message>
    <message>
        <source>说明是哪个结算账户的流水：{known}</source>
        <translation>Say of which money account the statement is: {known}</translation>
    </message>
    <message>
        <source>一行里有收入又有支出。留一个</source>
        <translation>Money in and money out in one row. Leave one</translation>
    </message>
    <message>
        <source>没有收支金额。填上，或排除这一行</source>
        <translation>No amount. Fill it in or leave the row out</translation>
    </message>
    <message>
        <source>对账从 {since} 的期初余额开始，更早的流水不导。排除这一行</source>
        <translation>The account is reconciled from its opening balance of {since} on. Leave this row out</translation>
    </message>
    <message>
        <source>金额没有正负，也没有收支一列，全部当作收入。核对一下</source>
        <translation>No amount is negative and no column says in or out: all is taken as money in. Check it</translation>
    </message>
    <message>
        <source>余额和上一行差 {gap}：中间少了行，或金额、方向不对</source>
        <translation>The balance is {gap} off the row before: a row is missing, or the amount or its side is wrong</translation>
    </message>
    <message>
        <source>“{text}”看不出是收是支。填 收入 或 支出，或排除这一行</source>
        <translation>“{text}” says neither in nor out. Write 收入 or 支出, or leave the row out</translation>
    </message>
    <message>
        <source>仓库上下限</source>
        <translation>Bounds by warehouse</translation>
    </message>
    <message>
        <source>上限下限都没有写。至少填一个</source>
        <translation>Neither minimum nor maximum is written. Fill in at least one</translation>
    </message>
    <message>
        <source>款 {style} 按 {axes} 分，这一行不一样</source>
        <translation>The variants of {style} differ in {axes}, and this row does not</translation>
    </message>
    <message>
        <source>款 {style} 的 {values} 已有或写了两行</source>
        <translation>{style} has {values} already, or it is written twice</translation>
    </message>
</context>
<context>
    <name>intake</name>
    <message>
        <source>没有客户编号 {code}</source>
        <translation>There is no customer code {code}</translation>
    </message>
    <message>
        <source>没有供应商编号 {code}</source>
        <translation>There is no supplier code {code}</translation>
    </message>
    <message>
        <source>没有结算账户 {code}，或已停用</source>
        <translation>There is no money account {code}, or it is disabled</translation>
    </message>
    <message>
        <source>没有会员卡号或手机 {code}</source>
        <translation>There is no card or phone {code}</translation>
    </message>
    <message>
        <source>没有仓库编号 {code}，或已停用</source>
        <translation>There is no warehouse code {code}, or it is disabled</translation>
    </message>
    <message>
        <source>没有 {kind} 这种单据，可以是 {known}</source>
        <translation>There is no document {kind}; there are {known}</translation>
    </message>
    <message>
        <source>要写成带引号的文本</source>
        <translation>It must be text in quotation marks</translation>
    </message>
    <message>
        <source>文本太长，或有不能保存的字符</source>
        <translation>The text is too long, or has characters that cannot be saved</translation>
    </message>
    <message>
        <source>必填</source>
        <translation>Required</translation>
    </message>
    <message>
        <source>只能是 {words}</source>
        <translation>It can only be {words}</translation>
    </message>
    <message>
        <source>只能是 true 或 false</source>
        <translation>It can only be true or false</translation>
    </message>
    <message>
        <source>“{text}”不是日期，写成 2026-03-02</source>
        <translation>“{text}” is not a date; write it like 2026-03-02</translation>
    </message>
    <message>
        <source>要是从 1 数起的整数</source>
        <translation>It must be a whole number counted from 1</translation>
    </message>
    <message>
        <source>要是整数</source>
        <translation>must be a whole number</translation>
    </message>
    <message>
        <source>数要写成带引号的文本，如 &quot;12.00&quot;，不能是浮点数</source>
        <translation>Numbers are written as text in quotation marks, like &quot;12.00&quot;, not as floats</translation>
    </message>
    <message>
        <source>要在 0 和 1 之间，如 &quot;0.13&quot;；免税写 &quot;exempt&quot;</source>
        <translation>It must be between 0 and 1, like &quot;0.13&quot;; for tax-free write &quot;exempt&quot;</translation>
    </message>
    <message>
        <source>要是一列对象，如 [{…}]</source>
        <translation>It must be a list of objects, like [{…}]</translation>
    </message>
    <message>
        <source>要是一个对象，如 {…}</source>
        <translation>It must be an object, like {…}</translation>
    </message>
    <message>
        <source>要是一列文本，如 [&quot;…&quot;]</source>
        <translation>must be a list of texts, such as [&quot;…&quot;]</translation>
    </message>
    <message>
        <source>没有这个字段，是不是 {near}</source>
        <translation>There is no such field; is it {near}</translation>
    </message>
    <message>
        <source>没有这个字段，可以有 {known}</source>
        <translation>There is no such field; there may be {known}</translation>
    </message>
    <message>
        <source>至少写一行</source>
        <translation>Write at least one line</translation>
    </message>
    <message>
        <source>最多 {most} 行。分成几张单</source>
        <translation>At most {most} lines. Split it into several documents</translation>
    </message>
    <message>
        <source>没有商品编号或条码 {code}</source>
        <translation>There is no product code or barcode {code}</translation>
    </message>
    <message>
        <source>收到的钱写在 payments 里</source>
        <translation>Money received goes into payments</translation>
    </message>
    <message>
        <source>金额不能小于 0</source>
        <translation>The amount cannot be below 0</translation>
    </message>
    <message>
        <source>account 和 payments 只写一个</source>
        <translation>Give only one of account and payments</translation>
    </message>
    <message>
        <source>各行合计 {total}，和总额不一样</source>
        <translation>The lines add up to {total}, which is not the total</translation>
    </message>
    <message>
        <source>金额和单价写一个</source>
        <translation>Give either the amount or the price</translation>
    </message>
    <message>
        <source>期初单的日期是 {day}，可以不写</source>
        <translation>Opening documents are dated {day}; it may be left out</translation>
    </message>
    <message>
        <source>退款只能用一种付款方式</source>
        <translation>A refund takes one way of payment only</translation>
    </message>
    <message>
        <source>应退 {total}，不是写的这个数。改成 {total}</source>
        <translation>The refund is {total}, not what is written. Change it to {total}</translation>
    </message>
    <message>
        <source>收银台 {till} 没有开班</source>
        <translation>Till {till} has no open shift</translation>
    </message>
    <message>
        <source>收银台 {till} 这一班的业务日期是 {day}</source>
        <translation>The business date of this shift at till {till} is {day}</translation>
    </message>
    <message>
        <source>收银台 {till} 卖的是另一个仓库的货</source>
        <translation>Till {till} sells from another warehouse</translation>
    </message>
    <message>
        <source>零售价都是含税价</source>
        <translation>Retail prices always include tax</translation>
    </message>
    <message>
        <source>换货要有退回的行，数量写成负数</source>
        <translation>An exchange has lines that come back, with negative quantities</translation>
    </message>
    <message>
        <source>写上原单的行号或商品</source>
        <translation>Give the line number or the product of the original</translation>
    </message>
    <message>
        <source>原单没有这一行</source>
        <translation>The original has no such line</translation>
    </message>
    <message>
        <source>原单有几行这种商品。写上 from_line</source>
        <translation>The original has several lines of this product. Give from_line</translation>
    </message>
    <message>
        <source>原单这一行的单位是 {unit}</source>
        <translation>The unit of this line of the original is {unit}</translation>
    </message>
    <message>
        <source>和原单这一行不一样。去掉</source>
        <translation>It differs from this line of the original. Leave it out</translation>
    </message>
    <message>
        <source>和原单不一样。去掉</source>
        <translation>It differs from the original. Leave it out</translation>
    </message>
    <message>
        <source>没有单号 {number}。核对单号</source>
        <translation>There is no document {number}. Check the number</translation>
    </message>
    <message>
        <source>这一行太长。一行写一张单</source>
        <translation>This line is too long. Write one document to a line</translation>
    </message>
    <message>
        <source>这一行不是 UTF-8。改成 UTF-8 再发</source>
        <translation>This line is not UTF-8. Send it as UTF-8</translation>
    </message>
    <message>
        <source>不是 JSON：第 {column} 个字符处看不懂</source>
        <translation>Not JSON: it cannot be read at character {column}</translation>
    </message>
    <message>
        <source>这一行的 JSON 太深，或数字太长</source>
        <translation>The JSON of this line is too deep, or a number is too long</translation>
    </message>
    <message>
        <source>一行要是一个 JSON 对象，如 {example}</source>
        <translation>A line must be one JSON object, like {example}</translation>
    </message>
    <message>
        <source>字段 {name} 写了两次。留一个</source>
        <translation>Field {name} is given twice. Keep one</translation>
    </message>
    <message>
        <source>JSON 里不能有 {name}</source>
        <translation>{name} is not allowed in JSON</translation>
    </message>
    <message>
        <source>写了拒收原因，没写拒收数量</source>
        <translation>A reason for refusing, but no quantity refused</translation>
    </message>
    <message>
        <source>{number} 是订单，不能红冲。反审核，或关闭余量</source>
        <translation>{number} is an order and cannot be reversed. Un-approve it, or close the rest</translation>
    </message>
    <message>
        <source>{number} 不是订单。只有订单能反审核、关闭和作废</source>
        <translation>{number} is not an order. Only orders can be un-approved, closed and voided</translation>
    </message>
    <message>
        <source>订单没有这一行</source>
        <translation>No such line in the order</translation>
    </message>
    <message>
        <source>订单不写批次和序列号，入库出库时再写</source>
        <translation>Orders tell no lots or serial numbers; receipts and deliveries do</translation>
    </message>
    <message>
        <source>{number} 是调价单，不能红冲。没生效的作废，生效了的再写一张</source>
        <translation>{number} is a price change and cannot be reversed. Void one that waits, write another for one in force</translation>
    </message>
    <message>
        <source>要是一列供应商编号，如 [&quot;S01&quot;]</source>
        <translation>must be a list of supplier codes, like [&quot;S01&quot;]</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>要在</source>
        <translation>Wanted by</translation>
    </message>
    <message>
        <source>整单优惠</source>
        <translation>Order discount</translation>
    </message>
    <message>
        <source>原单</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>冲减欠款</source>
        <translation>Off the debt</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>发票号码</source>
        <translation>Invoice no.</translation>
    </message>
    <message>
        <source>开票日期</source>
        <translation>Invoice date</translation>
    </message>
    <message>
        <source>入库单</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>专用发票</source>
        <translation>special invoice</translation>
    </message>
    <message>
        <source>普通发票</source>
        <translation>ordinary invoice</translation>
    </message>
    <message>
        <source>发票</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>购方</source>
        <translation>Buyer on it</translation>
    </message>
    <message>
        <source>冲红的发票</source>
        <translation>Invoice it takes back</translation>
    </message>
    <message>
        <source>分摊方法</source>
        <translation>Spread by</translation>
    </message>
    <message>
        <source>记到</source>
        <translation>Booked to</translation>
    </message>
    <message>
        <source>挂账</source>
        <translation>On credit</translation>
    </message>
    <message>
        <source>先挂待处理财产损溢</source>
        <translation>Left open on 1901 for now</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>State</translation>
    </message>
    <message>
        <source>对方科目</source>
        <translation>Counter account</translation>
    </message>
    <message>
        <source>已盘</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>有差异</source>
        <translation>Different</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>优惠</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>从最早的欠款开始</source>
        <translation>Oldest debts first</translation>
    </message>
    <message>
        <source>转出</source>
        <translation>From</translation>
    </message>
    <message>
        <source>转入</source>
        <translation>To</translation>
    </message>
    <message>
        <source>到账</source>
        <translation>Arrives</translation>
    </message>
    <message>
        <source>手续费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>结算账户</source>
        <translation>Money account</translation>
    </message>
    <message>
        <source>其中税额</source>
        <translation>Tax in it</translation>
    </message>
    <message>
        <source>税 {tax}</source>
        <translation>tax {tax}</translation>
    </message>
    <message>
        <source>生效日</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>{level}，原价 {old}</source>
        <translation>{level}, was {old}</translation>
    </message>
    <message>
        <source>结算</source>
        <translation>Settled by</translation>
    </message>
    <message>
        <source>赊销</source>
        <translation>On credit</translation>
    </message>
    <message>
        <source>必填，或在 item 写收支项目</source>
        <translation>Required, or name the category in item</translation>
    </message>
    <message>
        <source>没有、或不止一个往来单位编号是 {code}</source>
        <translation>No partner, or more than one, has the code {code}</translation>
    </message>
    <message>
        <source>没有类别 {path}</source>
        <translation>There is no category {path}</translation>
    </message>
    <message>
        <source>“{text}”不是时刻，写成 2026-03-02T09:30:00+08:00</source>
        <translation>“{text}” is no moment; write 2026-03-02T09:30:00+08:00</translation>
    </message>
    <message>
        <source>lot、lots、serials 只写一个</source>
        <translation>give one of lot, lots and serials</translation>
    </message>
    <message>
        <source>写了日期，没写批号 lot</source>
        <translation>a day is given without its lot</translation>
    </message>
    <message>
        <source>要是一列 1 到 {last} 的整数</source>
        <translation>must be a list of whole numbers from 1 to {last}</translation>
    </message>
    <message>
        <source>要写成 [&quot;18:00&quot;,&quot;21:00&quot;]</source>
        <translation>write it as [&quot;18:00&quot;,&quot;21:00&quot;]</translation>
    </message>
    <message>
        <source>没有会员级别 {name}</source>
        <translation>There is no member level {name}</translation>
    </message>
    <message>
        <source>没有类别 {name}</source>
        <translation>There is no category {name}</translation>
    </message>
    <message>
        <source>要写成 18:30</source>
        <translation>write it as 18:30</translation>
    </message>
    <message>
        <source>没有券号 {code}</source>
        <translation>There is no coupon {code}</translation>
    </message>
</context>
<context>
    <name>invariants</name>
    <message>
        <source>资金科目都写明结算账户</source>
        <translation>Money is booked with its money account</translation>
    </message>
    <message>
        <source>结算账户合计等于资金科目余额</source>
        <translation>Money accounts add up to their ledger accounts</translation>
    </message>
    <message>
        <source>费用单和其他收入单都入了账</source>
        <translation>Expenses and other income are booked</translation>
    </message>
    <message>
        <source>转款单都入了账</source>
        <translation>Transfers are booked</translation>
    </message>
    <message>
        <source>核销单两边相等</source>
        <translation>Settlements balance</translation>
    </message>
    <message>
        <source>收回的坏账不多于核销的</source>
        <translation>Bad debt recovered is within that written off</translation>
    </message>
    <message>
        <source>收付款单都入了账</source>
        <translation>Customer receipts and supplier payments are booked</translation>
    </message>
    <message>
        <source>预收预付都入了账</source>
        <translation>Advances are booked</translation>
    </message>
    <message>
        <source>坏账单都入了账</source>
        <translation>Bad debts are booked</translation>
    </message>
    <message>
        <source>核销不超过未结金额</source>
        <translation>Nothing is settled beyond what is open</translation>
    </message>
    <message>
        <source>数量不细于商品的小数位</source>
        <translation>No quantity is finer than its product allows</translation>
    </message>
    <message>
        <source>编号和条码只指一个商品</source>
        <translation>Each code and barcode names one product</translation>
    </message>
    <message>
        <source>每个商品都搜得到</source>
        <translation>Every product can be found</translation>
    </message>
    <message>
        <source>一款里没有两种一样的</source>
        <translation>No two variants of a style are alike</translation>
    </message>
    <message>
        <source>每笔分录借贷相等</source>
        <translation>Each entry has equal debits and credits</translation>
    </message>
    <message>
        <source>只有过账的单据才记账</source>
        <translation>Only posted documents are booked</translation>
    </message>
    <message>
        <source>凭证号没有断号</source>
        <translation>Voucher numbers have no gaps</translation>
    </message>
    <message>
        <source>往来科目都写明往来单位</source>
        <translation>Debts are booked with their partner</translation>
    </message>
    <message>
        <source>红字单正好冲平原单</source>
        <translation>Reversals level their originals</translation>
    </message>
    <message>
        <source>已结账的月份没有再记账</source>
        <translation>Closed months stay as they were</translation>
    </message>
    <message>
        <source>已结账月份的余额没有变</source>
        <translation>Balances of closed months are unchanged</translation>
    </message>
    <message>
        <source>试算平衡</source>
        <translation>The trial balance agrees</translation>
    </message>
    <message>
        <source>科目余额等于分录之和</source>
        <translation>Account balances are the sums of their entries</translation>
    </message>
    <message>
        <source>零售的货都进出了库</source>
        <translation>Goods sold at the till moved</translation>
    </message>
    <message>
        <source>零售单合计等于明细</source>
        <translation>Totals of POS sales are their lines</translation>
    </message>
    <message>
        <source>零售单的收款都入了账</source>
        <translation>Payments of POS sales are booked</translation>
    </message>
    <message>
        <source>会员的零售单都动了积分和储值</source>
        <translation>Members&apos; tickets moved points and stored value</translation>
    </message>
    <message>
        <source>钱箱应有等于备用金加现金收入</source>
        <translation>Expected cash is the float plus cash taken</translation>
    </message>
    <message>
        <source>每笔分录都有记账凭证</source>
        <translation>Each entry is in a voucher</translation>
    </message>
    <message>
        <source>退货不超过所卖</source>
        <translation>No more is returned than was sold</translation>
    </message>
    <message>
        <source>供应商报价单和采购订单合计等于明细</source>
        <translation>Supplier quotations and purchase orders equal their lines</translation>
    </message>
    <message>
        <source>请购、询价、报价、订单、入库的行都对得上</source>
        <translation>Lines of requisitions, inquiries, quotations, orders and receipts match</translation>
    </message>
    <message>
        <source>在途数量等于未完采购订单之和</source>
        <translation>Stock on order equals open purchase orders</translation>
    </message>
    <message>
        <source>采购入库单的货都进出了库</source>
        <translation>Goods of goods receipts moved</translation>
    </message>
    <message>
        <source>采购入库单合计等于明细</source>
        <translation>Totals of goods receipts are their lines</translation>
    </message>
    <message>
        <source>采购入库单的收付款都入了账</source>
        <translation>Payments of goods receipts are booked</translation>
    </message>
    <message>
        <source>采购入库单的未结金额等于供应商欠款</source>
        <translation>What is open on goods receipts is owed to suppliers</translation>
    </message>
    <message>
        <source>采购退货单的货都进出了库</source>
        <translation>Goods of purchase returns moved</translation>
    </message>
    <message>
        <source>采购退货单合计等于明细</source>
        <translation>Totals of purchase returns are their lines</translation>
    </message>
    <message>
        <source>采购退货单的退款和冲减都入了账</source>
        <translation>Refunds of purchase returns are booked</translation>
    </message>
    <message>
        <source>采购退货单不超过原单</source>
        <translation>Purchase returns stay within their originals</translation>
    </message>
    <message>
        <source>采购发票金额等于明细</source>
        <translation>Purchase invoices equal their lines</translation>
    </message>
    <message>
        <source>采购发票的应付和冲回暂估都入了账</source>
        <translation>Invoice payables and reversed estimates are booked</translation>
    </message>
    <message>
        <source>采购折让单合计等于明细，并入了账</source>
        <translation>Purchase allowances equal their lines and are booked</translation>
    </message>
    <message>
        <source>采购费用都摊到了明细</source>
        <translation>Landed costs are borne by their lines</translation>
    </message>
    <message>
        <source>采购费用分摊单的收付和应付都入了账</source>
        <translation>Payments and debts of landed costs are in the books</translation>
    </message>
    <message>
        <source>采购费用进库存的不超过分摊的</source>
        <translation>No more of a landed cost is in stock than was spread</translation>
    </message>
    <message>
        <source>暂估随发票和退货冲平</source>
        <translation>Invoices and returns clear estimates</translation>
    </message>
    <message>
        <source>同一供应商的发票号码不重复</source>
        <translation>No supplier&apos;s invoice number occurs twice</translation>
    </message>
    <message>
        <source>已过账数据的保护都在</source>
        <translation>Posted data is guarded</translation>
    </message>
    <message>
        <source>打印过的单据都存在</source>
        <translation>Printed documents exist</translation>
    </message>
    <message>
        <source>账套读得出来</source>
        <translation>The book set can be read</translation>
    </message>
    <message>
        <source>文件完整，结构没有被改过</source>
        <translation>The file is whole and its structure unchanged</translation>
    </message>
    <message>
        <source>报价单的旧版一版不少</source>
        <translation>No former version of a quotation is missing</translation>
    </message>
    <message>
        <source>报价单和订单合计等于明细</source>
        <translation>Quotations and orders equal their lines</translation>
    </message>
    <message>
        <source>出库行都对得上订单行</source>
        <translation>Delivery lines match order lines</translation>
    </message>
    <message>
        <source>订单占用等于未完订单之和</source>
        <translation>Stock reserved equals open orders</translation>
    </message>
    <message>
        <source>销售出库单的货都进出了库</source>
        <translation>Goods of deliveries moved</translation>
    </message>
    <message>
        <source>销售出库单合计等于明细</source>
        <translation>Totals of deliveries are their lines</translation>
    </message>
    <message>
        <source>销售出库单的收付款都入了账</source>
        <translation>Payments of deliveries are booked</translation>
    </message>
    <message>
        <source>销售出库单的未结金额等于客户欠款</source>
        <translation>What is open on deliveries is owed by customers</translation>
    </message>
    <message>
        <source>销售退货单的货都进出了库</source>
        <translation>Goods of sales returns moved</translation>
    </message>
    <message>
        <source>销售退货单合计等于明细</source>
        <translation>Totals of sales returns are their lines</translation>
    </message>
    <message>
        <source>销售退货单的退款和冲减都入了账</source>
        <translation>Refunds of sales returns are booked</translation>
    </message>
    <message>
        <source>销售退货单不超过原单</source>
        <translation>Sales returns stay within their originals</translation>
    </message>
    <message>
        <source>开票登记合计等于明细</source>
        <translation>Invoices given out add up to their lines</translation>
    </message>
    <message>
        <source>开票登记都在发票登记簿里</source>
        <translation>Invoices given out are all in the register</translation>
    </message>
    <message>
        <source>开票不超过所卖</source>
        <translation>No more is invoiced than was sold</translation>
    </message>
    <message>
        <source>开出的发票号码不重复</source>
        <translation>Numbers of invoices given out come once</translation>
    </message>
    <message>
        <source>单号连续</source>
        <translation>Document numbers have no gaps</translation>
    </message>
    <message>
        <source>操作日志完整</source>
        <translation>The audit log is intact</translation>
    </message>
    <message>
        <source>重复提交不重复过账</source>
        <translation>What is sent twice is posted once</translation>
    </message>
    <message>
        <source>附件都完整</source>
        <translation>Attachments intact</translation>
    </message>
    <message>
        <source>只有过账的单据才动库存</source>
        <translation>Only posted documents move stock</translation>
    </message>
    <message>
        <source>成本池等于出入库之和</source>
        <translation>Cost pools are the sums of their moves</translation>
    </message>
    <message>
        <source>库存金额等于总账 1405</source>
        <translation>Stock value is account 1405</translation>
    </message>
    <message>
        <source>成本池数量和金额同号</source>
        <translation>Quantity and value of cost pools have one sign</translation>
    </message>
    <message>
        <source>先进先出的每一笔等于出入库</source>
        <translation>Under first in, first out each move is what it did to its layers</translation>
    </message>
    <message>
        <source>先进先出各层合计等于成本池</source>
        <translation>Under first in, first out the layers of a pool are the pool</translation>
    </message>
    <message>
        <source>先进先出各层等于它的明细</source>
        <translation>Under first in, first out each layer is the sum of its parts</translation>
    </message>
    <message>
        <source>期初库存单合计等于明细</source>
        <translation>Totals of opening stock are its lines</translation>
    </message>
    <message>
        <source>调拨单的货都换了仓库</source>
        <translation>Goods of transfers changed their warehouse</translation>
    </message>
    <message>
        <source>在途仓里是未收的调拨单</source>
        <translation>Goods in transit are those of open transfers</translation>
    </message>
    <message>
        <source>报损报溢单合计等于明细和出入库</source>
        <translation>Losses and gains equal their lines and moves</translation>
    </message>
    <message>
        <source>盘点差异都成了报溢报损</source>
        <translation>Differences of counts became gains and losses</translation>
    </message>
    <message>
        <source>其他出入库单合计等于明细，并入了账</source>
        <translation>Other receipts and issues equal their lines and are booked</translation>
    </message>
    <message>
        <source>成本调整单合计等于明细，并入了账</source>
        <translation>Cost adjustments equal their lines and are booked</translation>
    </message>
    <message>
        <source>重算成本逐行对得上</source>
        <translation>Recosts agree line by line</translation>
    </message>
    <message>
        <source>组装拆卸单出多少入多少，费用入了账</source>
        <translation>Assemblies bring in what went out, and their fee is booked</translation>
    </message>
    <message>
        <source>商品不是自己的零件</source>
        <translation>No product is its own part</translation>
    </message>
    <message>
        <source>报损报溢经待处理财产损溢入账</source>
        <translation>Losses and gains are booked through 1901</translation>
    </message>
    <message>
        <source>损溢处理单转清原单</source>
        <translation>Resolutions clear what they resolve</translation>
    </message>
    <message>
        <source>红字单把货原样退回</source>
        <translation>Reversals put goods back as they were</translation>
    </message>
    <message>
        <source>已结账的月份没有再动库存</source>
        <translation>Stock of closed months stays as it was</translation>
    </message>
    <message>
        <source>存量等于出入库之和</source>
        <translation>Stock on hand is the sum of its moves</translation>
    </message>
    <message>
        <source>按批次管的货都有批次</source>
        <translation>Goods kept by lot moved by lot</translation>
    </message>
    <message>
        <source>没有超发的批次，没有重复的序列号</source>
        <translation>No lot below zero, no serial number twice</translation>
    </message>
    <message>
        <source>每月收发汇总等于出入库之和</source>
        <translation>Monthly stock totals are the sums of their moves</translation>
    </message>
    <message>
        <source>制单和审核分开</source>
        <translation>Makers and approvers are apart</translation>
    </message>
    <message>
        <source>会员卡的积分和储值等于流水之和</source>
        <translation>Points and stored value of cards are the sums of their journal</translation>
    </message>
    <message>
        <source>会员卡本金等于总账 220302</source>
        <translation>Paid money on cards is account 220302</translation>
    </message>
    <message>
        <source>储值单和积分单都动了会员卡</source>
        <translation>Top-ups, refunds and points changes moved their cards</translation>
    </message>
    <message>
        <source>固定资产卡片等于总账 1601、1602</source>
        <translation>Cards of fixed assets equal 1601 and 1602</translation>
    </message>
    <message>
        <source>勾对两边相等</source>
        <translation>Both sides of a match are equal</translation>
    </message>
    <message>
        <source>流水和账各只勾对一次</source>
        <translation>Bank lines and legs are matched once</translation>
    </message>
</context>
<context>
    <name>ledger</name>
    <message>
        <source>账簿可以导成 {known}</source>
        <translation>The ledger can be exported as {known}</translation>
    </message>
    <message>
        <source>{source} 的分录有 {count} 行，借贷差 {difference}</source>
        <translation>The entry of {source} has {count} lines and is off balance by {difference}</translation>
    </message>
    <message>
        <source>分录 {entry} 里科目 {account} 的一行没有主人或日期不同</source>
        <translation>In entry {entry} a line on account {account} has no owner or another date</translation>
    </message>
    <message>
        <source>账上有 {source} 的分录，却没有这张过账的单据</source>
        <translation>The books have an entry of {source}, but there is no such posted document</translation>
    </message>
    <message>
        <source>{number} 已过账，账上却没有它的分录</source>
        <translation>{number} is posted, but the books have no entry of it</translation>
    </message>
    <message>
        <source>{month} 的 {word} 字凭证有 {count} 张，号码却到 {last}</source>
        <translation>{month} has {count} vouchers of the word {word}, but numbers up to {last}</translation>
    </message>
    <message>
        <source>{month} 的凭证 {word}-{number} 是空的</source>
        <translation>Voucher {word}-{number} of {month} is empty</translation>
    </message>
    <message>
        <source>{source} 记在 {account} 上，却没有写明辅助核算，或不是末级科目</source>
        <translation>{source} is booked on {account} without the dimensions it needs, or that is not a lowest-level account</translation>
    </message>
    <message>
        <source>红字单 {number} 在科目 {account} 上没有冲平原单</source>
        <translation>Reversal {number} does not level its original on account {account}</translation>
    </message>
    <message>
        <source>{month} 结账以后又记了 {source}</source>
        <translation>{source} was booked after {month} was closed</translation>
    </message>
    <message>
        <source>{source} 的日期 {day} 早于启用月份 {start}</source>
        <translation>The date {day} of {source} is before the first month {start}</translation>
    </message>
    <message>
        <source>{month} 结账时科目 {account} 的余额是 {kept}，现在算出来是 {now}</source>
        <translation>At the closing of {month} the balance of {account} was {kept}, now it comes to {now}</translation>
    </message>
    <message>
        <source>试算不平：借方 {debit}，贷方 {credit}</source>
        <translation>The trial balance is off: debit {debit}, credit {credit}</translation>
    </message>
    <message>
        <source>科目 {account} {month} 的余额表是借 {debit} 贷 {credit}，分录合计借 {d} 贷 {c}</source>
        <translation>Account {account} {month}: the balances say debit {debit} credit {credit}, the entries add up to debit {d} credit {c}</translation>
    </message>
    <message>
        <source>账套已启用，期初不能再改</source>
        <translation>The book set is in use; openings can no longer change</translation>
    </message>
    <message>
        <source>0001 期初平衡还差 {amount}，不能启用。补录期初</source>
        <translation>0001 lacks {amount}, so the books cannot be opened. Enter what is missing</translation>
    </message>
    <message>
        <source>没有这种期初单</source>
        <translation>There is no such opening document</translation>
    </message>
    <message>
        <source>期初单没有一行</source>
        <translation>The opening document has no line</translation>
    </message>
    <message>
        <source>往来单位</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>结算账户</source>
        <translation>Money account</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>职员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Dept.</translation>
    </message>
    <message>
        <source>核算项目</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>手工写的凭证</source>
        <translation>a voucher typed by hand</translation>
    </message>
    <message>
        <source>计提折旧</source>
        <translation>depreciation</translation>
    </message>
    <message>
        <source>月末转出增值税</source>
        <translation>VAT carried out at month&apos;s end</translation>
    </message>
    <message>
        <source>月末减免增值税</source>
        <translation>VAT relief at month&apos;s end</translation>
    </message>
    <message>
        <source>月末计提附加税</source>
        <translation>surcharges accrued at month&apos;s end</translation>
    </message>
    <message>
        <source>月末计提所得税</source>
        <translation>income tax accrued at month&apos;s end</translation>
    </message>
    <message>
        <source>月末结转损益</source>
        <translation>profit and loss carried over at month&apos;s end</translation>
    </message>
    <message>
        <source>年末结转本年利润</source>
        <translation>the year&apos;s profit carried over</translation>
    </message>
    <message>
        <source>凭证至少有借贷两行，现在是 {count} 行</source>
        <translation>A voucher needs debit and credit lines, but has {count}</translation>
    </message>
    <message>
        <source>贷方</source>
        <translation>Credit</translation>
    </message>
    <message>
        <source>借方</source>
        <translation>Debit</translation>
    </message>
    <message>
        <source>借贷不平，{side}还差 {amount}</source>
        <translation>Debits and credits differ: {side} lacks {amount}</translation>
    </message>
    <message>
        <source>凭证要写摘要</source>
        <translation>Voucher needs a summary</translation>
    </message>
    <message>
        <source>附件张数不能小于 0</source>
        <translation>The number of attachments cannot be below 0</translation>
    </message>
    <message>
        <source>第 {line} 行：借方和贷方只填一个</source>
        <translation>Line {line}: fill in either debit or credit</translation>
    </message>
    <message>
        <source>第 {line} 行：{account} 要写{dimension}</source>
        <translation>Line {line}: {account} needs {dimension}</translation>
    </message>
    <message>
        <source>第 {line} 行：还没有科目。填编码、名称或拼音</source>
        <translation>Line {line}: no account yet. Type a code, a name or pinyin</translation>
    </message>
    <message>
        <source>第 {line} 行：没有科目 {account}。核对科目编码</source>
        <translation>Line {line}: there is no account {account}. Check its code</translation>
    </message>
    <message>
        <source>第 {line} 行：{account} 有下级科目，记到末级</source>
        <translation>Line {line}: {account} has sub-accounts. Use a lowest-level one</translation>
    </message>
    <message>
        <source>第 {line} 行：科目 {account} 已停用</source>
        <translation>Line {line}: account {account} is disabled</translation>
    </message>
    <message>
        <source>第 {line} 行：{account} 由出入库单和期初单记账，不能手工记</source>
        <translation>Line {line}: {account} is booked by stock and opening documents, not by hand</translation>
    </message>
    <message>
        <source>第 {line} 行：这个结算账户不属于科目 {account}</source>
        <translation>Line {line}: this money account does not belong to {account}</translation>
    </message>
    <message>
        <source>没有科目 {account}</source>
        <translation>There is no account {account}</translation>
    </message>
    <message>
        <source>{account} 有下级科目，期初记到末级</source>
        <translation>{account} has sub-accounts; openings go to the lowest level</translation>
    </message>
    <message>
        <source>{account} 的期初由期初库存或期初欠款产生，不在这里填</source>
        <translation>The opening of {account} comes from opening stock or debts and is not entered here</translation>
    </message>
    <message>
        <source>{account} 要写往来单位</source>
        <translation>{account} needs a partner</translation>
    </message>
    <message>
        <source>科目 {account} 有几个结算账户，写明是哪个</source>
        <translation>Account {account} has several money accounts; say which</translation>
    </message>
    <message>
        <source>红字</source>
        <translation>Reversal</translation>
    </message>
    <message>
        <source>已红冲</source>
        <translation>Reversed</translation>
    </message>
    <message>
        <source>地址：{text}</source>
        <translation>Address: {text}</translation>
    </message>
    <message>
        <source>电话：{text}</source>
        <translation>Phone: {text}</translation>
    </message>
    <message>
        <source>没有单号 {number}</source>
        <translation>There is no document {number}</translation>
    </message>
    <message>
        <source>{number} 刚被别人红冲了</source>
        <translation>Somebody has just reversed {number}</translation>
    </message>
    <message>
        <source>红冲要写原因</source>
        <translation>A reversal needs a reason</translation>
    </message>
    <message>
        <source>{number} 自己就是红字单，不能再红冲</source>
        <translation>{number} is a reversal itself and cannot be reversed</translation>
    </message>
    <message>
        <source>红冲日期不能早于原单的 {day}</source>
        <translation>The reversal cannot be dated before its original, {day}</translation>
    </message>
    <message>
        <source>账从 {start} 开始，业务日期 {day} 太早</source>
        <translation>The books start in {start}; the business date {day} is too early</translation>
    </message>
    <message>
        <source>业务日期 {day} 在一个月以后。改成今天</source>
        <translation>The business date {day} is more than a month ahead. Change it to today</translation>
    </message>
    <message>
        <source>没有过账：{month} 已结账，业务日期是 {day}。改到后面的月份</source>
        <translation>Not posted: {month} is closed and the business date is {day}. Move it to a later month</translation>
    </message>
    <message>
        <source>这张单已经过账或作废。刷新后再看</source>
        <translation>This document is posted or voided already. Refresh and look again</translation>
    </message>
    <message>
        <source>科目 {account} 已停用，下面不能加科目。先启用它</source>
        <translation>Account {account} is disabled, so nothing goes below it. Enable it first</translation>
    </message>
    <message>
        <source>不能再分下级</source>
        <translation>so it cannot be split</translation>
    </message>
    <message>
        <source>{account} 是准则里的科目，名称不能改</source>
        <translation>{account} belongs to the standard, its name stays</translation>
    </message>
    <message>
        <source>{account} 有下级科目，辅助核算设在末级上</source>
        <translation>{account} has sub-accounts; set dimensions on those</translation>
    </message>
    <message>
        <source>辅助核算不能改</source>
        <translation>so its dimensions stay</translation>
    </message>
    <message>
        <source>放钱的科目才要写结算账户，{account} 的这一项不能改</source>
        <translation>Only accounts that hold money ask for a money account; for {account} this cannot be changed</translation>
    </message>
    <message>
        <source>上级科目 {account} 停用着。先启用它</source>
        <translation>The account above, {account}, is disabled. Enable it first</translation>
    </message>
    <message>
        <source>{account} 是准则里的科目，不能删。不用就停用</source>
        <translation>{account} belongs to the standard and cannot be deleted. Disable it instead</translation>
    </message>
    <message>
        <source>{account} 有下级科目，不能删。先删下级</source>
        <translation>{account} has sub-accounts. Delete those first</translation>
    </message>
    <message>
        <source>不能删，可以停用</source>
        <translation>so it cannot be deleted, but disabled</translation>
    </message>
    <message>
        <source>没有科目 {code}。核对科目编码</source>
        <translation>There is no account {code}. Check its code</translation>
    </message>
    <message>
        <source>科目编码是最多 {length} 位数字，如 180101</source>
        <translation>An account code is at most {length} digits, such as 180101</translation>
    </message>
    <message>
        <source>已经有科目 {code}。换一个编码</source>
        <translation>There is an account {code} already. Choose another code</translation>
    </message>
    <message>
        <source>{code} 上面没有科目。编码是上级的编码加两位，如 180101</source>
        <translation>There is no account above {code}. A code is that of the account above and two digits, such as 180101</translation>
    </message>
    <message>
        <source>{code} 要比上级 {above} 多两位，如 {above}01</source>
        <translation>{code} needs two digits more than {above} above it, such as {above}01</translation>
    </message>
    <message>
        <source>科目要有名称，最多 {length} 个字</source>
        <translation>An account needs a name of at most {length} characters</translation>
    </message>
    <message>
        <source>{other} 已经叫“{name}”。换个名称</source>
        <translation>{other} is called “{name}” already. Choose another name</translation>
    </message>
    <message>
        <source>没有辅助核算“{name}”。可用 {known}</source>
        <translation>There is no dimension “{name}”. Use {known}</translation>
    </message>
    <message>
        <source>{account} 由年末结转，不带辅助核算</source>
        <translation>{account} is turned over at year end and bears no dimensions</translation>
    </message>
    <message>
        <source>{account} 已经记过账，{consequence}</source>
        <translation>{account} has entries, {consequence}</translation>
    </message>
    <message>
        <source>{account} 由单据自动记账，{consequence}</source>
        <translation>Documents book on {account} by themselves, {consequence}</translation>
    </message>
    <message>
        <source>{account} 有结算账户、收支项目或单据在用，{consequence}</source>
        <translation>Money accounts, items or documents use {account}, {consequence}</translation>
    </message>
    <message>
        <source>{account} 还有在用的下级科目。先停用下级</source>
        <translation>{account} has sub-accounts in use. Disable those first</translation>
    </message>
    <message>
        <source>{account} 由单据自动记账，不能停用</source>
        <translation>Documents book on {account} by themselves, so it cannot be disabled</translation>
    </message>
    <message>
        <source>{account} 还有余额，不能停用。先结转</source>
        <translation>{account} has a balance, so it cannot be disabled. Clear it first</translation>
    </message>
    <message>
        <source>{account} 有结算账户、收支项目或原因在用。先改它们</source>
        <translation>Money accounts, items or reasons use {account}. Change those first</translation>
    </message>
    <message>
        <source>{number} 是结账生成的凭证，不能单独红冲。反结账时一起冲回</source>
        <translation>{number} was made by the closing and cannot be reversed alone. Reopening the month reverses it</translation>
    </message>
    <message>
        <source>凭证 {voucher} 是你自己做的，请别人审核</source>
        <translation>You made voucher {voucher} yourself; ask somebody else to approve it</translation>
    </message>
    <message>
        <source>凭证 {voucher} 还没有审核，先审核再记账</source>
        <translation>Voucher {voucher} is not approved yet. Approve it, then book it</translation>
    </message>
    <message>
        <source>凭证 {voucher} 已记账，不能取消审核</source>
        <translation>Voucher {voucher} is booked, so it cannot be un-approved</translation>
    </message>
    <message>
        <source>{month} 已结账，凭证 {voucher} 的审核不能取消</source>
        <translation>{month} is closed, so voucher {voucher} cannot be un-approved</translation>
    </message>
    <message>
        <source>没有这张凭证。刷新后再看</source>
        <translation>There is no such voucher. Refresh and look again</translation>
    </message>
    <message>
        <source>模板要有名字，最多 40 个字</source>
        <translation>The template needs a name, at most 40 characters</translation>
    </message>
    <message>
        <source>周期是 1 到 12 个月，不定期写 0</source>
        <translation>The interval is 1 to 12 months; write 0 for irregular</translation>
    </message>
    <message>
        <source>已停用的模板里有“{name}”。换个名字，或先删掉它</source>
        <translation>A disabled template is called “{name}”. Choose another name, or delete that one first</translation>
    </message>
    <message>
        <source>已经有模板“{name}”。换个名字</source>
        <translation>There is a template “{name}” already. Choose another name</translation>
    </message>
    <message>
        <source>没有这个模板了。刷新后再看</source>
        <translation>The template is gone. Refresh and look again</translation>
    </message>
    <message>
        <source>平</source>
        <translation>Even</translation>
    </message>
    <message>
        <source>借</source>
        <translation>Dr</translation>
    </message>
    <message>
        <source>贷</source>
        <translation>Cr</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>科目</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>{number} 没有可打开的页面，或没有看它的权限</source>
        <translation>{number} has no page to open, or you have no right to see it</translation>
    </message>
    <message>
        <source>没有凭证 {number}</source>
        <translation>There is no voucher {number}</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>待审核</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>已审核</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>还没写往来单位</source>
        <translation>No partner yet</translation>
    </message>
    <message>
        <source>没有存成 {path}：{reason}。换个文件夹，或关掉打开它的程序</source>
        <translation>{path} was not saved: {reason}. Choose another folder, or close the program that has it open</translation>
    </message>
    <message>
        <source>{who} 制单，{poster} 过账</source>
        <translation>Created by {who}, posted by {poster}</translation>
    </message>
    <message>
        <source>；红冲 {number}，原因：{reason}</source>
        <translation>; reverses {number}, reason: {reason}</translation>
    </message>
    <message>
        <source>；已由 {number} 红冲</source>
        <translation>; reversed by {number}</translation>
    </message>
    <message>
        <source>凭证可以导成 {known}</source>
        <translation>Vouchers can be exported as {known}</translation>
    </message>
    <message>
        <source>{source} 还没有凭证号，先交班再导出</source>
        <translation>{source} has no voucher number yet; close the shift, then export</translation>
    </message>
    <message>
        <source>凭证 {voucher} 借贷不平，没有导出。先做账实自检</source>
        <translation>Voucher {voucher} does not balance; nothing was exported. Run a self-check of the books</translation>
    </message>
    <message>
        <source>读不了科目对照表 {file}。存成 UTF-8 的 CSV</source>
        <translation>The table of accounts {file} cannot be read. Save it as CSV in UTF-8</translation>
    </message>
    <message>
        <source>科目对照表第 {line} 行缺科目或对方科目</source>
        <translation>Line {line} of the table of accounts lacks an account or its counterpart</translation>
    </message>
    <message>
        <source>手工凭证：照写的记</source>
        <translation>A typed voucher: booked as it is written</translation>
    </message>
    <message>
        <source>记账凭证</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>会计科目</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>附单据</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>会计主管</source>
        <translation>Chief accountant</translation>
    </message>
    <message>
        <source>记账</source>
        <translation>Entered by</translation>
    </message>
    <message>
        <source>出纳</source>
        <translation>Treasurer</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>制单</source>
        <translation>Created by</translation>
    </message>
    <message>
        <source>{count} 张</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>辅助</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>要写{what}</source>
        <translation>needs {what}</translation>
    </message>
    <message>
        <source>辅助要从候选里选，或者清空</source>
        <translation>Choose one of the suggestions, or empty the cell</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>启用日期</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>原值</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>残值</source>
        <translation>Salvage</translation>
    </message>
    <message>
        <source>建账前已提</source>
        <translation>Written off before</translation>
    </message>
    <message>
        <source>已用月</source>
        <translation>Months used</translation>
    </message>
    <message>
        <source>费用科目</source>
        <translation>Expense account</translation>
    </message>
    <message>
        <source>使用月数</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>累计折旧</source>
        <translation>Written off</translation>
    </message>
    <message>
        <source>净值</source>
        <translation>Net value</translation>
    </message>
    <message>
        <source>建好的卡片只能改名称、科目和部门。没提过折旧的可以删了重建</source>
        <translation>Of a card that is kept only name, account and department change. One off which nothing was written can be deleted and made again</translation>
    </message>
    <message>
        <source>写月数，如 60</source>
        <translation>Type months, such as 60</translation>
    </message>
    <message>
        <source>已处置</source>
        <translation>Disposed</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>新的</source>
        <translation>new</translation>
    </message>
    <message>
        <source>模板</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>下次</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>不定期</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>该做</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>已记账</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>未审核</source>
        <translation>Not approved</translation>
    </message>
    <message>
        <source>{count} 张单据，见各行</source>
        <translation>{count} documents, see the lines</translation>
    </message>
    <message>
        <source>因为</source>
        <translation>Because</translation>
    </message>
    <message>
        <source>{who} 审核</source>
        <translation>approved by {who}</translation>
    </message>
    <message>
        <source>{who} 记账</source>
        <translation>entered by {who}</translation>
    </message>
    <message>
        <source>{number} 已开发票 {invoices}。先登记红字发票，再红冲</source>
        <translation>{number} is invoiced by {invoices}. Register the red invoice first, then reverse</translation>
    </message>
    <message>
        <source>这张草稿已在别处过账或作废，没有再过账。确实还要一张，先复制</source>
        <translation>This draft was posted or thrown away elsewhere, so it was not posted again. Copy it first if another is really meant</translation>
    </message>
    <message>
        <source>固定资产卡片原值合计 {cards}，总账 1601 余额 {booked}。补卡片，或补凭证、期初</source>
        <translation>Cards of fixed assets cost {cards} in all, 1601 is {booked}. Add the card, or the voucher or opening</translation>
    </message>
    <message>
        <source>固定资产卡片累计折旧 {cards}，总账 1602 余额 {booked}。核对卡片和凭证</source>
        <translation>{cards} was written off the cards in all, 1602 is {booked}. Compare cards and vouchers</translation>
    </message>
    <message>
        <source>没有固定资产 {code}。核对编号</source>
        <translation>There is no asset {code}. Check the code</translation>
    </message>
    <message>
        <source>已经有固定资产 {code}。换一个编号</source>
        <translation>There is an asset {code} already. Choose another code</translation>
    </message>
    <message>
        <source>{code} 已经提过折旧或处置过，卡片不能删</source>
        <translation>{code} was written off or disposed of, so its card stays</translation>
    </message>
    <message>
        <source>没有结算账户 {code}，或已停用</source>
        <translation>There is no money account {code}, or it is disabled</translation>
    </message>
    <message>
        <source>{code} 已经在 {day} 处置过了</source>
        <translation>{code} was disposed of on {day} already</translation>
    </message>
    <message>
        <source>处置日期不能早于启用日期 {day}</source>
        <translation>It cannot go before its first day {day}</translation>
    </message>
    <message>
        <source>收到的钱不能小于 0，税额不能大于收到的钱</source>
        <translation>What was received is not below 0, the tax not above it</translation>
    </message>
    <message>
        <source>原值要大于 0</source>
        <translation>The cost must be above 0</translation>
    </message>
    <message>
        <source>残值加已提折旧不能大于原值</source>
        <translation>Salvage and what was written off cannot exceed the cost</translation>
    </message>
    <message>
        <source>使用月数是 1 到 {most}</source>
        <translation>Months are 1 to {most}</translation>
    </message>
    <message>
        <source>已用月数要小于使用月数</source>
        <translation>Months used must be fewer than months</translation>
    </message>
    <message>
        <source>科目 {account} 不是末级的费用或成本科目</source>
        <translation>Account {account} is not a lowest-level expense or cost account</translation>
    </message>
    <message>
        <source>科目 {account} 要写的辅助核算卡片上没有，换一个科目</source>
        <translation>Account {account} needs dimensions that cards do not bear. Choose another</translation>
    </message>
    <message>
        <source>固定资产要有名称，最多 {length} 个字</source>
        <translation>An asset needs a name of at most {length} characters</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Side</translation>
    </message>
    <message>
        <source>辅助核算</source>
        <translation>Dimensions</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>科目编码不能改。没用过的可以删了重加</source>
        <translation>Account codes stay. One never used can be deleted and added again</translation>
    </message>
    <message>
        <source>准则里的科目，名称不能改</source>
        <translation>An account of the standard keeps its name</translation>
    </message>
    <message>
        <source>自己加的</source>
        <translation>Own</translation>
    </message>
    <message>
        <source>准则</source>
        <translation>Standard</translation>
    </message>
</context>
<context>
    <name>members</name>
    <message>
        <source>会员不存在了。刷新后再看</source>
        <translation>The member no longer exists. Refresh and look again</translation>
    </message>
    <message>
        <source>会员卡 {card} 已停用。到会员里启用</source>
        <translation>Card {card} is disabled. Enable it in Members</translation>
    </message>
    <message>
        <source>卡上只有 {left} 分</source>
        <translation>The card has only {left} points</translation>
    </message>
    <message>
        <source>卡上只有 {left}，不够 {amount}。少用一些，或先充值</source>
        <translation>The card holds only {left}, not {amount}. Use less, or top it up first</translation>
    </message>
    <message>
        <source>{number} 充的钱已经用了，红冲不了。退余下的用储值退款单</source>
        <translation>The money of {number} is spent, it cannot be reversed. Refund what is left instead</translation>
    </message>
    <message>
        <source>会员级别不存在了。重新选</source>
        <translation>The member level no longer exists. Choose again</translation>
    </message>
    <message>
        <source>没有在用的会员级别。先建一个级别</source>
        <translation>No member level is in use. Make one first</translation>
    </message>
    <message>
        <source>生日不对。写成 1990-05-20</source>
        <translation>The birthday cannot be right. Write it as 1990-05-20</translation>
    </message>
    <message>
        <source>入会日期不能晚于今天</source>
        <translation>The day of joining cannot be later than today</translation>
    </message>
    <message>
        <source>卡号不能以 # 开头，那是抹去的会员的。换一个卡号</source>
        <translation>A card number cannot begin with #, which is for erased members. Choose another</translation>
    </message>
    <message>
        <source>“{text}”不像电话号码。只留号码</source>
        <translation>“{text}” does not look like a phone number. Leave the number only</translation>
    </message>
    <message>
        <source>没有价格等级 {level}</source>
        <translation>There is no price level {level}</translation>
    </message>
    <message>
        <source>折扣要大于 0 折，最多 10 折</source>
        <translation>A discount must leave something to pay and not add to it</translation>
    </message>
    <message>
        <source>每元积分要在 0 和 1000 之间</source>
        <translation>Points per yuan must be between 0 and 1000</translation>
    </message>
    <message>
        <source>没有名称。填上名称</source>
        <translation>The name is missing. Fill it in</translation>
    </message>
    <message>
        <source>“{start}…”太长，最多 {length} 个字</source>
        <translation>“{start}…” is too long, at most {length} characters</translation>
    </message>
    <message>
        <source>已有级别“{name}”。换一个名称</source>
        <translation>There is a level “{name}” already. Choose another name</translation>
    </message>
    <message>
        <source>至少要留一个在用的会员级别</source>
        <translation>At least one member level must stay in use</translation>
    </message>
    <message>
        <source>卡号 {text} 已有会员在用。换一个卡号</source>
        <translation>Card {text} is another member&apos;s. Choose another number</translation>
    </message>
    <message>
        <source>手机 {text} 已登记在卡 {card}。改号码，或直接用那张卡</source>
        <translation>Phone {text} stands on card {card}. Change it, or use that card</translation>
    </message>
    <message>
        <source>会员卡 {card} 的积分或储值与流水不符</source>
        <translation>Points or stored value of card {card} do not agree with their journal</translation>
    </message>
    <message>
        <source>会员卡本金合计 {held}，总账 220302 余额 {booked}</source>
        <translation>Cards hold {held} of paid money, account 220302 says {booked}</translation>
    </message>
    <message>
        <source>{source} 动了本金 {moved}，记入 220302 的是 {booked}</source>
        <translation>{source} moved {moved} of paid money, 220302 got {booked}</translation>
    </message>
    <message>
        <source>{number} 动的积分或储值不是单上写的</source>
        <translation>{number} moved other points or stored value than it says</translation>
    </message>
    <message>
        <source>没有储值充值单 {number}。核对单号</source>
        <translation>There is no top-up {number}. Check the number</translation>
    </message>
    <message>
        <source>没有储值退款单 {number}。核对单号</source>
        <translation>There is no stored value refund {number}. Check the number</translation>
    </message>
    <message>
        <source>没有积分变动单 {number}。核对单号</source>
        <translation>There is no points change {number}. Check the number</translation>
    </message>
    <message>
        <source>卡上还有储值 {left}。先退储值，再抹去</source>
        <translation>The card still holds {left}. Refund it first, then erase</translation>
    </message>
    <message>
        <source>赠送不能小于 0</source>
        <translation>The bonus cannot be below 0</translation>
    </message>
    <message>
        <source>退储值要写原因</source>
        <translation>A refund of stored value needs a reason</translation>
    </message>
    <message>
        <source>没有写金额和账户</source>
        <translation>Amount and account are missing</translation>
    </message>
    <message>
        <source>卡上本金只有 {left}，赠送的不退</source>
        <translation>The card holds only {left} of paid money; what was given is not paid out</translation>
    </message>
    <message>
        <source>只能调整或过期</source>
        <translation>It can be adjusted or expired only</translation>
    </message>
    <message>
        <source>积分要填，不能是 0</source>
        <translation>Points are needed, and not 0</translation>
    </message>
    <message>
        <source>过期的积分写负数</source>
        <translation>Write expired points as a negative number</translation>
    </message>
    <message>
        <source>改积分要写原因</source>
        <translation>A change of points needs a reason</translation>
    </message>
    <message>
        <source>获得积分</source>
        <translation>Points earned</translation>
    </message>
    <message>
        <source>积分抵钱</source>
        <translation>Points spent</translation>
    </message>
    <message>
        <source>调整积分</source>
        <translation>Points changed</translation>
    </message>
    <message>
        <source>积分过期</source>
        <translation>Points expire</translation>
    </message>
    <message>
        <source>充值</source>
        <translation>Top up</translation>
    </message>
    <message>
        <source>储值消费</source>
        <translation>Stored value spent</translation>
    </message>
    <message>
        <source>储值退款</source>
        <translation>Refund of stored value</translation>
    </message>
    <message>
        <source>没有选账户。选钱从哪里来、到哪里去</source>
        <translation>No account chosen. Choose where the money comes from or goes</translation>
    </message>
    <message>
        <source>没有填数。填上再过账</source>
        <translation>No number. Fill it in, then post</translation>
    </message>
</context>
<context>
    <name>panes</name>
    <message>
        <source>收银</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>零售 小票 结算 交班</source>
        <translation>retail receipt pay shift</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customers</translation>
    </message>
    <message>
        <source>往来单位 信用额度 账期</source>
        <translation>partner credit limit days</translation>
    </message>
    <message>
        <source>客户价</source>
        <translation>Customer prices</translation>
    </message>
    <message>
        <source>协议价 专门的价格 某个客户的价</source>
        <translation>agreed special price of one customer</translation>
    </message>
    <message>
        <source>促销</source>
        <translation>Promotions</translation>
    </message>
    <message>
        <source>特价 买一送一 第二件半价 满减 满折 组合 赠品 券 会员日</source>
        <translation>special price buy one get one second at half off bundle gift coupon member day</translation>
    </message>
    <message>
        <source>会员</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>会员卡 手机 生日</source>
        <translation>member card phone birthday</translation>
    </message>
    <message>
        <source>会员卡</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>积分 储值 退储值 调积分 充值 积分过期</source>
        <translation>points stored value refund change top up expire</translation>
    </message>
    <message>
        <source>会员级别</source>
        <translation>Member levels</translation>
    </message>
    <message>
        <source>等级 折扣 每元积分 会员价</source>
        <translation>level discount points per yuan member price</translation>
    </message>
    <message>
        <source>供应商</source>
        <translation>Suppliers</translation>
    </message>
    <message>
        <source>往来单位 进货</source>
        <translation>partner purchasing vendor</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>条码 价格 单位 类别 货号</source>
        <translation>goods barcode price unit category</translation>
    </message>
    <message>
        <source>多属性</source>
        <translation>Variants</translation>
    </message>
    <message>
        <source>颜色 尺码 款式 变体 规格 SKU</source>
        <translation>colour size style attributes SKU</translation>
    </message>
    <message>
        <source>商品类别</source>
        <translation>Categories</translation>
    </message>
    <message>
        <source>分类 类目 改名</source>
        <translation>category group rename</translation>
    </message>
    <message>
        <source>调价单</source>
        <translation>Price change</translation>
    </message>
    <message>
        <source>改价 涨价 降价 价签 生效日</source>
        <translation>raise lower prices labels effective day</translation>
    </message>
    <message>
        <source>库存</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>现存 缺货 负库存 下限</source>
        <translation>on hand short negative stock minimum</translation>
    </message>
    <message>
        <source>收发明细</source>
        <translation>Stock moves</translation>
    </message>
    <message>
        <source>进出 流水</source>
        <translation>in out moves</translation>
    </message>
    <message>
        <source>仓库上下限</source>
        <translation>Bounds by warehouse</translation>
    </message>
    <message>
        <source>最低库存 最高库存 安全库存</source>
        <translation>minimum maximum safety stock bounds</translation>
    </message>
    <message>
        <source>库存单据</source>
        <translation>Stock papers</translation>
    </message>
    <message>
        <source>盘点 调拨 报损 报溢 其他出入库 组装 拆卸 成本调整 列表 草稿</source>
        <translation>counts transfers losses gains other receipts issues assembly disassembly cost adjustments list drafts</translation>
    </message>
    <message>
        <source>盘点单</source>
        <translation>Stock count</translation>
    </message>
    <message>
        <source>盘库 盘货 盲盘 复盘 实盘</source>
        <translation>stocktake inventory blind recount</translation>
    </message>
    <message>
        <source>调拨单</source>
        <translation>Stock transfer</translation>
    </message>
    <message>
        <source>移库 换仓 补货 在途</source>
        <translation>move relocate refill in transit</translation>
    </message>
    <message>
        <source>调拨入库单</source>
        <translation>Transfer receipt</translation>
    </message>
    <message>
        <source>调拨收货 在途到货 短少</source>
        <translation>receive transfer arrival short</translation>
    </message>
    <message>
        <source>报损单</source>
        <translation>Stock loss</translation>
    </message>
    <message>
        <source>报废 破损 过期 损耗 被盗 盘亏</source>
        <translation>scrap broken expired shrinkage stolen short</translation>
    </message>
    <message>
        <source>报溢单</source>
        <translation>Stock gain</translation>
    </message>
    <message>
        <source>盘盈 多货 找回</source>
        <translation>surplus found over</translation>
    </message>
    <message>
        <source>损溢处理单</source>
        <translation>Loss resolution</translation>
    </message>
    <message>
        <source>待处理财产 赔偿 责任人 1901</source>
        <translation>pending property compensation 1901</translation>
    </message>
    <message>
        <source>其他入库单</source>
        <translation>Other receipt</translation>
    </message>
    <message>
        <source>投入 赠入 受赠</source>
        <translation>contributed given donated</translation>
    </message>
    <message>
        <source>其他出库单</source>
        <translation>Other issue</translation>
    </message>
    <message>
        <source>自用 领用 送样 样品</source>
        <translation>own use samples</translation>
    </message>
    <message>
        <source>成本调整单</source>
        <translation>Cost adjustment</translation>
    </message>
    <message>
        <source>调成本 改成本 单位成本 库存金额</source>
        <translation>change cost unit cost stock value</translation>
    </message>
    <message>
        <source>组装单</source>
        <translation>Assembly</translation>
    </message>
    <message>
        <source>套装 礼盒 加工 组合 拼装</source>
        <translation>set gift box kit bundle make</translation>
    </message>
    <message>
        <source>拆卸单</source>
        <translation>Disassembly</translation>
    </message>
    <message>
        <source>拆套装 拆礼盒 拆分</source>
        <translation>take apart kit split break</translation>
    </message>
    <message>
        <source>组成</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>物料清单 BOM 配方 套装 零件</source>
        <translation>bill of materials BOM recipe kit set</translation>
    </message>
    <message>
        <source>重算成本</source>
        <translation>Recost</translation>
    </message>
    <message>
        <source>成本重算 补录 晚录 倒填日期 成本不对</source>
        <translation>count cost again late entry backdated wrong cost</translation>
    </message>
    <message>
        <source>库房 分店 新建仓库 停用</source>
        <translation>store branch new warehouse disable</translation>
    </message>
    <message>
        <source>账本</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>科目 余额 总账</source>
        <translation>account balance general ledger</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>记账凭证 字号</source>
        <translation>journal voucher number</translation>
    </message>
    <message>
        <source>新凭证</source>
        <translation>New voucher</translation>
    </message>
    <message>
        <source>录凭证 填制凭证 手工凭证 分录 模板</source>
        <translation>voucher journal entry type template manual</translation>
    </message>
    <message>
        <source>期间与结账</source>
        <translation>Periods</translation>
    </message>
    <message>
        <source>月末 结账 反结账 申报</source>
        <translation>month end close reopen file</translation>
    </message>
    <message>
        <source>会计科目</source>
        <translation>Chart of accounts</translation>
    </message>
    <message>
        <source>科目表 加科目 明细科目 辅助核算</source>
        <translation>chart accounts sub-account dimensions</translation>
    </message>
    <message>
        <source>固定资产</source>
        <translation>Fixed assets</translation>
    </message>
    <message>
        <source>折旧 设备 车辆 处置 卡片</source>
        <translation>depreciation equipment vehicles disposal cards</translation>
    </message>
    <message>
        <source>明细账</source>
        <translation>Account card</translation>
    </message>
    <message>
        <source>客户最近成交价</source>
        <translation>Last sales</translation>
    </message>
    <message>
        <source>供应商最近进价</source>
        <translation>Last purchases</translation>
    </message>
    <message>
        <source>分仓库存</source>
        <translation>Warehouse stock</translation>
    </message>
    <message>
        <source>成本由来</source>
        <translation>How it was costed</translation>
    </message>
    <message>
        <source>成本怎么算的 成本明细 算式</source>
        <translation>cost sheet arithmetic how cost came about</translation>
    </message>
    <message>
        <source>进价走势</source>
        <translation>Cost trend</translation>
    </message>
    <message>
        <source>客户欠款</source>
        <translation>Customer debts</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>补注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>补充备注 改备注 过账后备注</source>
        <translation>note remark added later</translation>
    </message>
    <message>
        <source>本单毛利</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>凭证预览</source>
        <translation>Voucher preview</translation>
    </message>
    <message>
        <source>经营看板</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>今日 销售额 毛利 资金</source>
        <translation>today sales profit money</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>缺货 欠款到期 没交班</source>
        <translation>short stock debt due shift open</translation>
    </message>
    <message>
        <source>报表</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Excel 期初 商品 客户 供应商 表格</source>
        <translation>Excel opening goods customers suppliers spreadsheet</translation>
    </message>
    <message>
        <source>期初</source>
        <translation>Openings</translation>
    </message>
    <message>
        <source>启用 期初库存 期初应收 期初余额 红冲期初</source>
        <translation>openings lock opening stock balances</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>打印机 钱箱 扫码枪 客显 电子秤 自检 这台电脑</source>
        <translation>printer drawer scanner display scale test this PC</translation>
    </message>
    <message>
        <source>秤标签</source>
        <translation>Scale labels</translation>
    </message>
    <message>
        <source>电子秤 称重码 PLU 条码秤</source>
        <translation>scale weight label PLU barcode</translation>
    </message>
    <message>
        <source>用户</source>
        <translation>Users</translation>
    </message>
    <message>
        <source>角色 权限 密码</source>
        <translation>role right password</translation>
    </message>
    <message>
        <source>职员</source>
        <translation>Employees</translation>
    </message>
    <message>
        <source>经手人 业务员 采购员 部门 提成</source>
        <translation>staff salesperson buyer department commission</translation>
    </message>
    <message>
        <source>待我审核</source>
        <translation>My approvals</translation>
    </message>
    <message>
        <source>审批 审核 驳回 提交的单</source>
        <translation>approve reject submitted documents</translation>
    </message>
    <message>
        <source>审批规则</source>
        <translation>Approval rules</translation>
    </message>
    <message>
        <source>谁审核 代理 超过多少要审</source>
        <translation>who approves deputy limits</translation>
    </message>
    <message>
        <source>审计日志</source>
        <translation>Audit log</translation>
    </message>
    <message>
        <source>操作日志 谁做了什么</source>
        <translation>audit log who did what</translation>
    </message>
    <message>
        <source>健康</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>账实一致 自检 备份 恢复</source>
        <translation>books agree check backup restore</translation>
    </message>
    <message>
        <source>黑匣子</source>
        <translation>Flight recorder</translation>
    </message>
    <message>
        <source>丢单 补录 另一块盘 电脑坏了</source>
        <translation>lost documents replay second disk broken PC</translation>
    </message>
    <message>
        <source>手册</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>帮助 说明书 教程 怎么用</source>
        <translation>help handbook tutorial how to</translation>
    </message>
    <message>
        <source>销售</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>采购</source>
        <translation>Purchase</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>会计</source>
        <translation>Books</translation>
    </message>
    <message>
        <source>老板</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>报价 订单 出库 退货 发票 列表 草稿</source>
        <translation>quotations orders deliveries returns invoices list drafts</translation>
    </message>
    <message>
        <source>销售报价单</source>
        <translation>Quotation</translation>
    </message>
    <message>
        <source>报价 询价</source>
        <translation>quotation inquiry</translation>
    </message>
    <message>
        <source>报价版本</source>
        <translation>Quotation versions</translation>
    </message>
    <message>
        <source>销售订单</source>
        <translation>Sales order</translation>
    </message>
    <message>
        <source>订货 交货 占用</source>
        <translation>order delivery reserved</translation>
    </message>
    <message>
        <source>销售出库单</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>开单 送货单 卖货</source>
        <translation>write delivery note sell</translation>
    </message>
    <message>
        <source>销售退货单</source>
        <translation>Sales return</translation>
    </message>
    <message>
        <source>退货 退款 冲减</source>
        <translation>return refund take off</translation>
    </message>
    <message>
        <source>开票登记</source>
        <translation>Invoice given out</translation>
    </message>
    <message>
        <source>发票 专票 普票 红字发票 销项</source>
        <translation>invoice special ordinary red output VAT</translation>
    </message>
    <message>
        <source>请购</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>请购 询价 报价 列表</source>
        <translation>purchase request RFQ quotation list</translation>
    </message>
    <message>
        <source>订单 入库 发票 退货 列表 草稿</source>
        <translation>order receipt invoice return list draft</translation>
    </message>
    <message>
        <source>请购单</source>
        <translation>Purchase request</translation>
    </message>
    <message>
        <source>申请 缺货 要货</source>
        <translation>request shortage needed</translation>
    </message>
    <message>
        <source>询价比价</source>
        <translation>RFQ</translation>
    </message>
    <message>
        <source>询价 比价 报价</source>
        <translation>RFQ compare prices quotation</translation>
    </message>
    <message>
        <source>供应商报价单</source>
        <translation>Supplier quotation</translation>
    </message>
    <message>
        <source>进价 价目 报价</source>
        <translation>purchase price list quotation</translation>
    </message>
    <message>
        <source>采购订单</source>
        <translation>Purchase order</translation>
    </message>
    <message>
        <source>订货 进货 在途</source>
        <translation>order purchase on order</translation>
    </message>
    <message>
        <source>进货 收货 验收 拒收</source>
        <translation>purchase receive inspect refused</translation>
    </message>
    <message>
        <source>采购发票</source>
        <translation>Purchase invoice</translation>
    </message>
    <message>
        <source>发票 暂估 进项</source>
        <translation>invoice estimate input tax</translation>
    </message>
    <message>
        <source>采购退货单</source>
        <translation>Purchase return</translation>
    </message>
    <message>
        <source>退货 退供应商</source>
        <translation>return to supplier</translation>
    </message>
    <message>
        <source>采购折让单</source>
        <translation>Purchase allowance</translation>
    </message>
    <message>
        <source>折让 返利 补差</source>
        <translation>allowance rebate price adjustment</translation>
    </message>
    <message>
        <source>采购费用分摊单</source>
        <translation>Landed cost</translation>
    </message>
    <message>
        <source>运费 装卸费 分摊 成本</source>
        <translation>freight handling spread landed cost</translation>
    </message>
    <message>
        <source>供应商价目</source>
        <translation>Supplier price list</translation>
    </message>
    <message>
        <source>进价 价格表 报价</source>
        <translation>purchase price price list quotation</translation>
    </message>
    <message>
        <source>采购入库单</source>
        <translation>Goods receipt</translation>
    </message>
    <message>
        <source>往来资金</source>
        <translation>Money with partners</translation>
    </message>
    <message>
        <source>收款单 付款单 列表 草稿</source>
        <translation>receipt payment list draft</translation>
    </message>
    <message>
        <source>欠款本</source>
        <translation>Debt book</translation>
    </message>
    <message>
        <source>账龄 催款 承诺 应收</source>
        <translation>ageing dunning promise receivable</translation>
    </message>
    <message>
        <source>银行对账</source>
        <translation>Bank reconciliation</translation>
    </message>
    <message>
        <source>流水 勾对 余额调节表 微信账单 支付宝账单</source>
        <translation>statement match reconcile WeChat Alipay bill</translation>
    </message>
    <message>
        <source>结算账户</source>
        <translation>Money accounts</translation>
    </message>
    <message>
        <source>现金 银行 微信 支付宝 余额</source>
        <translation>cash bank wechat alipay balance</translation>
    </message>
    <message>
        <source>收支项目</source>
        <translation>Income and expense items</translation>
    </message>
    <message>
        <source>费用项目 收入项目</source>
        <translation>expense income items</translation>
    </message>
    <message>
        <source>收款单</source>
        <translation>Customer receipt</translation>
    </message>
    <message>
        <source>收钱 回款 核销</source>
        <translation>collect money settle</translation>
    </message>
    <message>
        <source>付款单</source>
        <translation>Supplier payment</translation>
    </message>
    <message>
        <source>付钱 货款</source>
        <translation>pay supplier</translation>
    </message>
    <message>
        <source>预收款单</source>
        <translation>Advance received</translation>
    </message>
    <message>
        <source>定金 预收</source>
        <translation>deposit advance received</translation>
    </message>
    <message>
        <source>预付款单</source>
        <translation>Advance paid</translation>
    </message>
    <message>
        <source>订金 预付</source>
        <translation>deposit advance paid</translation>
    </message>
    <message>
        <source>核销单</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <source>冲账 对冲 转账</source>
        <translation>offset contra transfer</translation>
    </message>
    <message>
        <source>坏账单</source>
        <translation>Bad debt</translation>
    </message>
    <message>
        <source>坏账 呆账</source>
        <translation>bad debt write-off</translation>
    </message>
    <message>
        <source>费用单</source>
        <translation>Expense</translation>
    </message>
    <message>
        <source>房租 水电 运费 报销</source>
        <translation>rent utilities freight reimbursement</translation>
    </message>
    <message>
        <source>其他收入单</source>
        <translation>Other income</translation>
    </message>
    <message>
        <source>废品 利息</source>
        <translation>scrap interest</translation>
    </message>
    <message>
        <source>转款单</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>提现 存款 缴款</source>
        <translation>withdraw deposit transfer</translation>
    </message>
</context>
<context>
    <name>partners</name>
    <message>
        <source>往来单位不存在了。重新选</source>
        <translation>The partner is gone. Choose another</translation>
    </message>
    <message>
        <source>{name} 已停用</source>
        <translation>{name} disabled</translation>
    </message>
    <message>
        <source>{name} 不是供应商</source>
        <translation>{name} is not a supplier</translation>
    </message>
    <message>
        <source>{name} 不是客户</source>
        <translation>{name} is not a customer</translation>
    </message>
    <message>
        <source>往来单位不存在了。刷新后再看</source>
        <translation>The partner is gone. Refresh and look again</translation>
    </message>
    <message>
        <source>没有编号是 {code} 的客户。查一下编号，或新建客户</source>
        <translation>No customer has the code {code}. Check the code, or create the customer</translation>
    </message>
    <message>
        <source>没有编号是 {code} 的供应商。查一下编号，或新建供应商</source>
        <translation>No supplier has the code {code}. Check the code, or create the supplier</translation>
    </message>
    <message>
        <source>{first}**</source>
        <translation>{first}**</translation>
    </message>
    <message>
        <source>已有同名单位 {code}。看看是不是同一个</source>
        <translation>There is a partner of that name, {code}. See whether it is the same</translation>
    </message>
    <message>
        <source>税号 {tax_no} 的校验位不对。对照营业执照</source>
        <translation>The check digit of tax number {tax_no} is wrong. Compare with the business licence</translation>
    </message>
    <message>
        <source>没有名称。填上名称</source>
        <translation>There is no name. Fill it in</translation>
    </message>
    <message>
        <source>“{start}…”太长，最多 {length} 个字</source>
        <translation>“{start}…” is too long, at most {length} characters</translation>
    </message>
    <message>
        <source>“{text}”不像电话号码。只留号码</source>
        <translation>“{text}” does not look like a phone number. Keep only the number</translation>
    </message>
    <message>
        <source>“{text}”不像邮箱。写成 name@example.com</source>
        <translation>“{text}” is no e-mail address. Write name@example.com</translation>
    </message>
    <message>
        <source>信用额度不能小于 0</source>
        <translation>The credit limit cannot be below 0</translation>
    </message>
    <message>
        <source>账期要在 0 天和 3650 天之间</source>
        <translation>Credit days must be between 0 and 3650</translation>
    </message>
    <message>
        <source>没有这种发票：{invoice}</source>
        <translation>There is no such invoice: {invoice}</translation>
    </message>
    <message>
        <source>没有价格等级 {level}</source>
        <translation>There is no price level {level}</translation>
    </message>
    <message>
        <source>没有编号是 {code} 的单位</source>
        <translation>No partner has the code {code}</translation>
    </message>
    <message>
        <source>零售价</source>
        <translation>Retail price</translation>
    </message>
    <message>
        <source>批发价</source>
        <translation>Wholesale price</translation>
    </message>
    <message>
        <source>会员价</source>
        <translation>Member price</translation>
    </message>
    <message>
        <source>等级价 1</source>
        <translation>Price level 1</translation>
    </message>
    <message>
        <source>等级价 2</source>
        <translation>Price level 2</translation>
    </message>
    <message>
        <source>等级价 3</source>
        <translation>Price level 3</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>简称</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>供应商</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>编号、名称、拼音</source>
        <translation>Code, name, pinyin</translation>
    </message>
    <message>
        <source>没有“{text}”。换个说法</source>
        <translation>No “{text}”. Try other words</translation>
    </message>
    <message>
        <source>专用发票</source>
        <translation>Special VAT invoice</translation>
    </message>
    <message>
        <source>普通发票</source>
        <translation>Ordinary invoice</translation>
    </message>
    <message>
        <source>不开票</source>
        <translation>No invoice</translation>
    </message>
    <message>
        <source>票随后到</source>
        <translation>Invoice to follow</translation>
    </message>
    <message>
        <source>账期写天数，如 30</source>
        <translation>Write credit days as a number, like 30</translation>
    </message>
    <message>
        <source>客户编号 {code} 已是“{name}”的。换一个编号</source>
        <translation>Customer code {code} belongs to “{name}”. Choose another code</translation>
    </message>
    <message>
        <source>供应商编号 {code} 已是“{name}”的。换一个编号</source>
        <translation>Supplier code {code} belongs to “{name}”. Choose another code</translation>
    </message>
</context>
<context>
    <name>pos</name>
    <message>
        <source>没有“{method}”这种付款方式</source>
        <translation>There is no way of payment “{method}”</translation>
    </message>
    <message>
        <source>付款金额要大于 0</source>
        <translation>The payment must be above 0</translation>
    </message>
    <message>
        <source>非现金收了 {paid}，超过应收 {due}。改金额</source>
        <translation>{paid} other than cash is more than the {due} due. Change the amount</translation>
    </message>
    <message>
        <source>还差 {left} 没有收</source>
        <translation>{left} is still to be paid</translation>
    </message>
    <message>
        <source>数量和价格一次改一样，或后面接着扫商品</source>
        <translation>Change quantity and price one at a time, or scan a product after both</translation>
    </message>
    <message>
        <source>单价不能小于 0</source>
        <translation>The price cannot be below 0</translation>
    </message>
    <message>
        <source>数量不能是 0。不要了按 Del 删行</source>
        <translation>The quantity cannot be 0. Del deletes the line</translation>
    </message>
    <message>
        <source>{number} 要大于 0</source>
        <translation>{number} must be above 0</translation>
    </message>
    <message>
        <source>这是付款码，不收款也不记录</source>
        <translation>That is a payment code; it is neither charged nor kept</translation>
    </message>
    <message>
        <source>先扫商品</source>
        <translation>Scan a product first</translation>
    </message>
    <message>
        <source>{quantity} 件</source>
        <translation>{quantity} pcs</translation>
    </message>
    <message>
        <source>单价 {price}</source>
        <translation>Price {price}</translation>
    </message>
    <message>
        <source>不算会员了</source>
        <translation>Take the member off</translation>
    </message>
    <message>
        <source>叫出会员 {text}</source>
        <translation>Call member {text}</translation>
    </message>
    <message>
        <source>再扫码即为 {quantity} 件</source>
        <translation>The next scan is {quantity} pcs</translation>
    </message>
    <message>
        <source>收现金 {paid}，还差 {left}</source>
        <translation>Cash {paid}, {left} to pay</translation>
    </message>
    <message>
        <source>收现金 {paid}，找 {change}</source>
        <translation>Cash {paid}, change {change}</translation>
    </message>
    <message>
        <source>用 {points} 分</source>
        <translation> with {points} points</translation>
    </message>
    <message>
        <source>整单{what}：{before} → {after}</source>
        <translation>Sale {what}: {before} → {after}</translation>
    </message>
    <message>
        <source>删掉 {product}</source>
        <translation>Delete {product}</translation>
    </message>
    <message>
        <source>{ahead}，回车则改本行</source>
        <translation>{ahead}; Enter changes this line</translation>
    </message>
    <message>
        <source>{product}：{before} → {after}</source>
        <translation>{product}: {before} → {after}</translation>
    </message>
    <message>
        <source>改价：{before} → {after}</source>
        <translation>Price: {before} → {after}</translation>
    </message>
    <message>
        <source>单品 {discount}：{before} → {after}</source>
        <translation>Item {discount}: {before} → {after}</translation>
    </message>
    <message>
        <source>原价</source>
        <translation>Full price</translation>
    </message>
    <message>
        <source>空单不用挂。先扫商品</source>
        <translation>An empty sale is not held. Scan a product first</translation>
    </message>
    <message>
        <source>{product}等</source>
        <translation>{product} etc.</translation>
    </message>
    <message>
        <source>这张挂单已被取走。看看别的收银台</source>
        <translation>This held sale was recalled already. Look at the other tills</translation>
    </message>
    <message>
        <source>挂单的名字不能空着</source>
        <translation>The held sale needs a name</translation>
    </message>
    <message>
        <source>{number} 的促销优惠与各行承担的不符</source>
        <translation>{number}: the promotions are not what its lines bear</translation>
    </message>
    <message>
        <source>{number} 换回 {back}，和明细对不上</source>
        <translation>{number} took back {back}, which its lines do not say</translation>
    </message>
    <message>
        <source>{number} 应收 {total}，实收 {paid}，或找零不对</source>
        <translation>{number}: due {total}, paid {paid}, or the change is wrong</translation>
    </message>
    <message>
        <source>交班 {number} 应有 {expected}，按零售单算 {due}，多缺 {over} 入账 {booked}</source>
        <translation>Shift {number}: expected {expected}, by its sales {due}; over or short {over}, booked {booked}</translation>
    </message>
    <message>
        <source>{source} 没有装进记账凭证</source>
        <translation>{source} is in no voucher</translation>
    </message>
    <message>
        <source>{number} 动的积分或储值不是小票上的</source>
        <translation>{number} moved other points or stored value than the ticket says</translation>
    </message>
    <message>
        <source>没有这个班次。刷新后再看</source>
        <translation>There is no such shift. Refresh and look again</translation>
    </message>
    <message>
        <source>没有小票 {number}。核对小票号</source>
        <translation>There is no receipt {number}. Check its number</translation>
    </message>
    <message>
        <source>{number} 不是卖出的小票</source>
        <translation>{number} is not the receipt of a sale</translation>
    </message>
    <message>
        <source>{number} 已整单红冲，不能再退</source>
        <translation>{number} is reversed as a whole, so nothing can be returned</translation>
    </message>
    <message>
        <source>优惠和抹零不能小于 0</source>
        <translation>Discount and rounding cannot be below 0</translation>
    </message>
    <message>
        <source>促销刚改过，应收变了。按 Esc 回到小票，再结算一次</source>
        <translation>A promotion has just changed, and so has the amount due. Press Esc to go back to the ticket and settle again</translation>
    </message>
    <message>
        <source>打折要店长授权。请店长来，或用原价</source>
        <translation>A discount needs the manager. Ask the manager, or charge the full price</translation>
    </message>
    <message>
        <source>促销优惠的行号或金额不对</source>
        <translation>A promotion&apos;s line number or amount is wrong</translation>
    </message>
    <message>
        <source>第 {line} 行的促销优惠比它的金额还多</source>
        <translation>Line {line}: promotions take off more than the line comes to</translation>
    </message>
    <message>
        <source>第 {line} 行：{product} 改价要店长授权。请店长来，或用原价</source>
        <translation>Line {line}: another price for {product} needs the manager. Ask the manager, or charge the full price</translation>
    </message>
    <message>
        <source>{number} 是红字单，不能退货</source>
        <translation>{number} is a reversal, so nothing can be returned</translation>
    </message>
    <message>
        <source>只退不买不是换货。按 F9 退货，或扫要换走的商品</source>
        <translation>What only comes back is no exchange. Press F9 for a return, or scan what goes out</translation>
    </message>
    <message>
        <source>{number} 是另一位会员的。换货记在原来的会员名下</source>
        <translation>{number} is another member’s. An exchange stays with the member who bought</translation>
    </message>
    <message>
        <source>应退 {total}，不是写的这个数。改成 -{total}</source>
        <translation>The refund is {total}, not what was written. Write -{total}</translation>
    </message>
    <message>
        <source>换货要退钱，金额写成负数</source>
        <translation>Money goes back in this exchange: write a negative amount</translation>
    </message>
    <message>
        <source>收银台 {till} 没有开班。开班后再红冲</source>
        <translation>Till {till} has no open shift. Open one, then reverse</translation>
    </message>
    <message>
        <source>班次不存在了。重新开班</source>
        <translation>The shift is gone. Open a new one</translation>
    </message>
    <message>
        <source>这一班已交班。重新开班再收银</source>
        <translation>This shift is closed. Open a new one, then sell</translation>
    </message>
    <message>
        <source>备用金不能小于 0</source>
        <translation>The float cannot be below 0</translation>
    </message>
    <message>
        <source>收银台 {till} 还有一班没有交班</source>
        <translation>Till {till} still has an open shift</translation>
    </message>
    <message>
        <source>没有收银台 {till}</source>
        <translation>There is no till {till}</translation>
    </message>
    <message>
        <source>实点 {counted}，与应有不符。写上原因再交班</source>
        <translation>Counted {counted}, which is not what is expected. Write the reason, then close the shift</translation>
    </message>
    <message>
        <source>这一班是别人的。请他自己或店长来交班</source>
        <translation>This shift is somebody else&apos;s. They or the manager close it</translation>
    </message>
    <message>
        <source>点数要按票面填张数，不能小于 0</source>
        <translation>Give the number of notes of each value, not below 0</translation>
    </message>
    <message>
        <source>退货单</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>换货单</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>红字单，冲 {number}</source>
        <translation>Reversal of {number}</translation>
    </message>
    <message>
        <source>单号 {number}</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>原单 {number}</source>
        <translation>Original {number}</translation>
    </message>
    <message>
        <source>收银台 {till}</source>
        <translation>Till {till}</translation>
    </message>
    <message>
        <source>收银员 {cashier}</source>
        <translation>Cashier {cashier}</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Qty</translation>
    </message>
    <message>
        <source>单价</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Brought back</translation>
    </message>
    <message>
        <source>  原价 {full}，优惠 {off}</source>
        <translation>  Was {full}, off {off}</translation>
    </message>
    <message>
        <source>{pieces} 件</source>
        <translation>{pieces} pcs</translation>
    </message>
    <message>
        <source>合计 {lines} 行 {count}</source>
        <translation>Total {lines} lines {count}</translation>
    </message>
    <message>
        <source>促销优惠</source>
        <translation>Promotions</translation>
    </message>
    <message>
        <source>整单优惠</source>
        <translation>Order discount</translation>
    </message>
    <message>
        <source>抹零</source>
        <translation>Round off</translation>
    </message>
    <message>
        <source>{points} 分抵</source>
        <translation>{points} points</translation>
    </message>
    <message>
        <source>应退</source>
        <translation>Refund due</translation>
    </message>
    <message>
        <source>应收</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>已优惠</source>
        <translation>You saved</translation>
    </message>
    <message>
        <source>储值</source>
        <translation>Stored value</translation>
    </message>
    <message>
        <source>欢迎光临</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>收款</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>找零</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>会员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>本次积分</source>
        <translation>Points earned</translation>
    </message>
    <message>
        <source>积分余额</source>
        <translation>Points left</translation>
    </message>
    <message>
        <source>储值余额</source>
        <translation>Stored value left</translation>
    </message>
    <message>
        <source>电话 {phone}</source>
        <translation>Phone {phone}</translation>
    </message>
    <message>
        <source>退换货凭此小票</source>
        <translation>Keep this receipt for returns</translation>
    </message>
    <message>
        <source>收银员签字：</source>
        <translation>Cashier&apos;s signature:</translation>
    </message>
    <message>
        <source>储值充值</source>
        <translation>Top up</translation>
    </message>
    <message>
        <source>赠送</source>
        <translation>Bonus</translation>
    </message>
    <message>
        <source>交班单</source>
        <translation>Shift report</translation>
    </message>
    <message>
        <source>中途报表</source>
        <translation>Interim report</translation>
    </message>
    <message>
        <source>营业日</source>
        <translation>Business day</translation>
    </message>
    <message>
        <source>开班</source>
        <translation>Shift open</translation>
    </message>
    <message>
        <source>交班</source>
        <translation>Shift closed</translation>
    </message>
    <message>
        <source>零售 {count} 单</source>
        <translation>{count} sales</translation>
    </message>
    <message>
        <source>退货 {count} 单</source>
        <translation>{count} returns</translation>
    </message>
    <message>
        <source>优惠</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>  其中退款</source>
        <translation>  of which refunds</translation>
    </message>
    <message>
        <source>  其中现金</source>
        <translation>  of it in cash</translation>
    </message>
    <message>
        <source>备用金</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>应有现金</source>
        <translation>Expected cash</translation>
    </message>
    <message>
        <source>实点现金</source>
        <translation>Counted cash</translation>
    </message>
    <message>
        <source>原因：{reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>还有挂单</source>
        <translation>Held sales</translation>
    </message>
    <message>
        <source>相符</source>
        <translation>Agrees</translation>
    </message>
    <message>
        <source>长款</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>短款</source>
        <translation>Short</translation>
    </message>
    <message>
        <source>金额太长，像是扫了码。这里填收到的钱</source>
        <translation>The amount is too long, perhaps a scanned code. Write the money received</translation>
    </message>
    <message>
        <source>金额不能小于 0</source>
        <translation>The amount cannot be below 0</translation>
    </message>
    <message>
        <source>{way}最多收 {most}</source>
        <translation>{way} takes at most {most}</translation>
    </message>
    <message>
        <source>这单要退给客人 {refund}，不用收钱。选退款方式按 Enter</source>
        <translation>The customer gets {refund} back and pays nothing. Choose how and press Enter</translation>
    </message>
    <message>
        <source>收了现金 {cash}，要找 {change}。没错就再按一次 Enter</source>
        <translation>Cash {cash} means {change} change. If that is right, press Enter again</translation>
    </message>
    <message>
        <source>不抹零</source>
        <translation>No rounding</translation>
    </message>
    <message>
        <source>抹分</source>
        <translation>Fen off</translation>
    </message>
    <message>
        <source>抹角</source>
        <translation>Jiao off</translation>
    </message>
    <message>
        <source>四舍到角</source>
        <translation>To nearest jiao</translation>
    </message>
    <message>
        <source>四舍到元</source>
        <translation>To nearest yuan</translation>
    </message>
    <message>
        <source>折扣要在 0 和 1 之间</source>
        <translation>The discount must be between 0 and 1</translation>
    </message>
    <message>
        <source>整单优惠要在 0 和合计之间</source>
        <translation>The order discount must be between 0 and the total</translation>
    </message>
    <message>
        <source>用积分要先叫出会员。按 F3</source>
        <translation>To use points call the member first. Press F3</translation>
    </message>
    <message>
        <source>卡上只有 {left} 分</source>
        <translation>The card has only {left} points</translation>
    </message>
    <message>
        <source>券 {code} 已在这张小票上</source>
        <translation>Coupon {code} is already on this ticket</translation>
    </message>
    <message>
        <source>序列号 {code} 已在这张小票上</source>
        <translation>Serial number {code} is on this ticket already</translation>
    </message>
    <message>
        <source>数量要大于 0</source>
        <translation>The quantity must be above 0</translation>
    </message>
    <message>
        <source>一个序列号是一件，数量只能是 1。另一件扫它的序列号</source>
        <translation>A serial number is one piece. Scan the number of the other piece</translation>
    </message>
    <message>
        <source>数量太大，像是把条码扫进了数量</source>
        <translation>The quantity is too large, perhaps a scanned barcode</translation>
    </message>
    <message>
        <source>{product} 已停用，不能卖。到商品里启用</source>
        <translation>{product} is disabled and cannot be sold. Enable it under Products</translation>
    </message>
    <message>
        <source>{product} 没有零售价。先输 9.5@ 这样的价格再扫</source>
        <translation>{product} has no retail price. Type a price like 9.5@ before scanning</translation>
    </message>
    <message>
        <source>这张没收款的小票读不出来了。重新扫一遍商品</source>
        <translation>This unpaid receipt cannot be read any more. Scan the products again</translation>
    </message>
    <message>
        <source>没有收银台 {till}。在设置里核对</source>
        <translation>There is no till {till}. Check the settings</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>可用</source>
        <translation>Available</translation>
    </message>
    <message>
        <source>零售价</source>
        <translation>Retail price</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>Pieces</translation>
    </message>
    <message>
        <source>收银员</source>
        <translation>Cashier</translation>
    </message>
    <message>
        <source>小计</source>
        <translation>Subtotal</translation>
    </message>
    <message>
        <source>行</source>
        <translation>rows</translation>
    </message>
    <message>
        <source>低于最低售价</source>
        <translation>Below lowest price</translation>
    </message>
    <message>
        <source>已售</source>
        <translation>Sold</translation>
    </message>
    <message>
        <source>已退</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>本次退</source>
        <translation>Return now</translation>
    </message>
    <message>
        <source>成交额</source>
        <translation>Sold at</translation>
    </message>
    <message>
        <source>退款</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>会员不存在了。重新找</source>
        <translation>The member no longer exists. Look again</translation>
    </message>
    <message>
        <source>会员卡 {card} 已停用。到会员里启用</source>
        <translation>Card {card} is disabled. Enable it in Members</translation>
    </message>
    <message>
        <source>用积分要先叫出会员</source>
        <translation>To use points call the member first</translation>
    </message>
    <message>
        <source>用的积分不能小于 0</source>
        <translation>Points used cannot be below 0</translation>
    </message>
    <message>
        <source>这家店不用积分抵钱。到设置里打开</source>
        <translation>This shop takes no points as money. Turn it on in the settings</translation>
    </message>
    <message>
        <source>积分太少，抵不了 1 分钱</source>
        <translation>Too few points for a single fen</translation>
    </message>
    <message>
        <source>用储值要先叫出会员</source>
        <translation>To pay with stored value call the member first</translation>
    </message>
    <message>
        <source>只有用储值付的才退回卡上。其余换一种退款方式</source>
        <translation>Only what the card paid goes back onto it. Refund the rest another way</translation>
    </message>
    <message>
        <source>卡号</source>
        <translation>Card no.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>充值不能用这种付款方式。换一种</source>
        <translation>A card cannot be topped up that way. Choose another</translation>
    </message>
</context>
<context>
    <name>pricing</name>
    <message>
        <source>尾数可以是 0、5、9、90、99</source>
        <translation>A tail is 0, 5, 9, 90 or 99</translation>
    </message>
    <message>
        <source>{number} 没有要换的价签</source>
        <translation>{number} makes no label wrong</translation>
    </message>
    <message>
        <source>{code} 不在 {number} 里，不用换价签</source>
        <translation>{code} is not in {number}; its label stays</translation>
    </message>
    <message>
        <source>第 {line} 行：{product} 低于最低售价 {price}。改价，或请店长授权</source>
        <translation>Line {line}: {product} is below its lowest price {price}. Change the price, or ask a manager to allow it</translation>
    </message>
    <message>
        <source>客户价不能小于 0</source>
        <translation>A customer price cannot be below 0</translation>
    </message>
    <message>
        <source>截止日早于起始日</source>
        <translation>The last day is before the first</translation>
    </message>
    <message>
        <source>{customer} 的 {product} 客户价低于最低售价 {price}。改价，或请店长授权</source>
        <translation>{customer}’s price for {product} is below the lowest price {price}. Change it, or ask the manager</translation>
    </message>
    <message>
        <source>这条客户价已经删了。刷新后再看</source>
        <translation>This customer price is gone. Refresh and look again</translation>
    </message>
    <message>
        <source>没有调价单 {number}</source>
        <translation>There is no price change {number}</translation>
    </message>
    <message>
        <source>已生效</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>待生效</source>
        <translation>To come</translation>
    </message>
    <message>
        <source>今天生效</source>
        <translation>From today</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>作废要写原因</source>
        <translation>Voiding wants a reason</translation>
    </message>
    <message>
        <source>生效日不能早于调价单的日期 {day}</source>
        <translation>The change cannot be in force before its own day {day}</translation>
    </message>
    <message>
        <source>调价单没有一行商品。至少写一行</source>
        <translation>The price change has no line. Write at least one</translation>
    </message>
    <message>
        <source>没有这个价格等级</source>
        <translation>There is no such price level</translation>
    </message>
    <message>
        <source>最低售价按基本单位定</source>
        <translation>The lowest price is set for the base unit</translation>
    </message>
    <message>
        <source>新价要在 0 和一千万之间</source>
        <translation>A new price lies between 0 and ten million</translation>
    </message>
    <message>
        <source>{product} 的新价和原价一样。改价，或删掉这行</source>
        <translation>{product}: the new price is the old one. Change it, or remove the line</translation>
    </message>
    <message>
        <source>{product} 的新价低于最低售价 {price}。改新价，或同时调最低售价</source>
        <translation>{product}: the new price is below the lowest price {price}. Change it, or change the lowest price too</translation>
    </message>
    <message>
        <source>{product} 的最低售价高于{level} {price}/{unit}。改低，或同时调{level}</source>
        <translation>The lowest price of {product} is above its {level}, {price}/{unit}. Lower it, or change that price too</translation>
    </message>
    <message>
        <source>第 {line} 行：{customer} 的 {product} 客户价 {price} 低于新的最低售价。先改客户价，或请店长授权</source>
        <translation>Line {line}: {customer}’s price for {product}, {price}, is below the new lowest price. Change that promise first, or ask the manager</translation>
    </message>
    <message>
        <source>同一个价写了两次。留一行</source>
        <translation>The same price stands twice. Keep one line</translation>
    </message>
    <message>
        <source>第 {line} 行：{problem}</source>
        <translation>Line {line}: {problem}</translation>
    </message>
    <message>
        <source>第 {line} 行：没有价格</source>
        <translation>Line {line}: no price</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>价格</source>
        <translation>Price level</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>原价</source>
        <translation>Old price</translation>
    </message>
    <message>
        <source>新价</source>
        <translation>New price</translation>
    </message>
    <message>
        <source>涨跌</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>价签</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>未打</source>
        <translation>To print</translation>
    </message>
    <message>
        <source>已打</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>已挂</source>
        <translation>Hangs</translation>
    </message>
    <message>
        <source>价格只能是 {known}</source>
        <translation>The price can be {known}</translation>
    </message>
    <message>
        <source>新价不能小于 0</source>
        <translation>A new price cannot be below 0</translation>
    </message>
    <message>
        <source>新价和原价一样</source>
        <translation>The new price is the old one</translation>
    </message>
    <message>
        <source>低于成本</source>
        <translation>Below cost</translation>
    </message>
    <message>
        <source>毛利率</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>先选商品</source>
        <translation>Choose a product first</translation>
    </message>
    <message>
        <source>生效日</source>
        <translation>From</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>被驳回</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>零售价</source>
        <translation>Retail</translation>
    </message>
    <message>
        <source>客户价</source>
        <translation>Customer prices</translation>
    </message>
    <message>
        <source>占零售</source>
        <translation>Of retail</translation>
    </message>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>To</translation>
    </message>
    <message>
        <source>批发价</source>
        <translation>Wholesale</translation>
    </message>
    <message>
        <source>会员价</source>
        <translation>Member price</translation>
    </message>
    <message>
        <source>等级价 {number}</source>
        <translation>Level {number}</translation>
    </message>
    <message>
        <source>最低售价</source>
        <translation>Lowest price</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>打印机“{name}”连不上（{address}）。看电源、纸和线插好没有，再点重试</source>
        <translation>Printer “{name}” cannot be reached ({address}). See to power, paper and cable, then retry</translation>
    </message>
    <message>
        <source>打印机“{name}”打到一半断了。看纸和线，再点重试，补打的会印上补打</source>
        <translation>Printer “{name}” stopped half-way. See to paper and cable, then retry; the copy will be marked as a reprint</translation>
    </message>
    <message>
        <source>这台电脑没装“{name}”要用的驱动库（{kind}）。换一种连接方式，或装好再试</source>
        <translation>This computer lacks the driver library that “{name}” needs ({kind}). Choose another connection, or install it and retry</translation>
    </message>
    <message>
        <source>打印机“{name}”的地址“{address}”看不懂。填如 {example}</source>
        <translation>The address “{address}” of printer “{name}” cannot be read. Write one like {example}</translation>
    </message>
    <message>
        <source>写不进文件夹 {folder}。看它还在不在、满没满，再点重试</source>
        <translation>Folder {folder} cannot be written. See whether it is there and has room, then retry</translation>
    </message>
    <message>
        <source>第{page}页/共{pages}页</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>补打 第{count}次</source>
        <translation>Reprint no. {count}</translation>
    </message>
    <message>
        <source>金额（大写）：{words}</source>
        <translation>Amount in words: {words}</translation>
    </message>
    <message>
        <source>本页小计</source>
        <translation>Page subtotal</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>合计（大写）：{words}</source>
        <translation>Total in words: {words}</translation>
    </message>
    <message>
        <source>这个打印任务的文件坏了。按单号重新打印，再删掉它</source>
        <translation>The file of this print job is damaged. Print the document again by its number, then delete the job</translation>
    </message>
    <message>
        <source>*** 补打 第{count}次 ***</source>
        <translation>*** Reprint no. {count} ***</translation>
    </message>
    <message>
        <source>另一个窗口正在打印。稍后再点重试</source>
        <translation>Another window is printing. Retry in a moment</translation>
    </message>
    <message>
        <source>这个打印任务已经清理掉了。按单号重新打印</source>
        <translation>This print job was cleared away. Print the document again by its number</translation>
    </message>
    <message>
        <source>打印程序出了意外（{what}）。点重试，再不行就换一台打印机</source>
        <translation>Printing failed unexpectedly ({what}). Retry; if it fails again, use another printer</translation>
    </message>
    <message>
        <source>金额太大，写不成大写</source>
        <translation>The amount is too large to be written in words</translation>
    </message>
    <message>
        <source>串口“{address}”看不懂。填如 COM4 或 COM4@9600</source>
        <translation>“{address}” is no serial port. Write it like COM4 or COM4@9600</translation>
    </message>
    <message>
        <source>这台电脑没装串口驱动库（pyserial）。装好再试</source>
        <translation>This PC lacks the library for serial ports (pyserial). Install it and try again</translation>
    </message>
    <message>
        <source>串口 {address} 打不开。看线插好没有、别的程序是不是占着它</source>
        <translation>Port {address} does not open. Is its cable in, and does no other program hold it?</translation>
    </message>
</context>
<context>
    <name>promotions</name>
    <message>
        <source>{name} 不要券。先勾上“凭券”</source>
        <translation>{name} needs no coupon. Tick “With coupon” first</translation>
    </message>
    <message>
        <source>能用的次数写 1 到 1000000</source>
        <translation>Uses must be from 1 to 1000000</translation>
    </message>
    <message>
        <source>有券号写了两次。留一个</source>
        <translation>A coupon code stands there twice. Keep one</translation>
    </message>
    <message>
        <source>券号 {code} 太长，不超过 {most} 个字</source>
        <translation>Coupon code {code} is too long; {most} characters at most</translation>
    </message>
    <message>
        <source>已有券号 {code}。换一个</source>
        <translation>There is a coupon {code} already. Take another code</translation>
    </message>
    <message>
        <source>没有券号 {code}</source>
        <translation>There is no coupon {code}</translation>
    </message>
    <message>
        <source>券 {code} 已经用过了</source>
        <translation>Coupon {code} has been used</translation>
    </message>
    <message>
        <source>券 {code} 在 {day} 过期了</source>
        <translation>Coupon {code} expired on {day}</translation>
    </message>
    <message>
        <source>{products} 等 {count} 样商品会低于最低售价。改优惠，或请店长授权</source>
        <translation>{products} and others, {count} in all, would go below their lowest price. Give less, or ask the manager to allow it</translation>
    </message>
    <message>
        <source>券 {code} 的使用次数与流水不符</source>
        <translation>Coupon {code}: its count of uses differs from its journal</translation>
    </message>
    <message>
        <source>券的使用次数等于流水</source>
        <translation>Coupons equal their uses</translation>
    </message>
    <message>
        <source>还没有商品。写上要试的商品</source>
        <translation>No goods yet. Type the goods to try</translation>
    </message>
    <message>
        <source>促销不存在了。重新选</source>
        <translation>The promotion is gone. Choose again</translation>
    </message>
    <message>
        <source>没有编号 {code} 的促销</source>
        <translation>There is no promotion {code}</translation>
    </message>
    <message>
        <source>没有名称。小票上印的就是它，填上名称</source>
        <translation>No name. It is what the receipt prints; fill it in</translation>
    </message>
    <message>
        <source>名称不超过 {name} 个字，编号不超过 {code} 个字</source>
        <translation>The name has {name} characters at most, the code {code}</translation>
    </message>
    <message>
        <source>结束日期早于开始日期。改日期</source>
        <translation>It ends before it begins. Change the days</translation>
    </message>
    <message>
        <source>没有选星期几。至少选一天</source>
        <translation>No day of the week is chosen. Choose at least one</translation>
    </message>
    <message>
        <source>每月的日子写 1 到 31</source>
        <translation>Days of the month are 1 to 31</translation>
    </message>
    <message>
        <source>时段不对。写成 18:00-21:00</source>
        <translation>The hours are wrong. Write them as 18:00-21:00</translation>
    </message>
    <message>
        <source>没有选会员级别。至少选一级</source>
        <translation>No member level is chosen. Choose at least one</translation>
    </message>
    <message>
        <source>件数太多，像是写错了</source>
        <translation>Too many pieces; that looks like a slip</translation>
    </message>
    <message>
        <source>金额太大，像是写错了</source>
        <translation>Too large an amount; that looks like a slip</translation>
    </message>
    <message>
        <source>优先级写 -1000 到 1000</source>
        <translation>Priority is -1000 to 1000</translation>
    </message>
    <message>
        <source>商品一行写一个商品或一个类别，数量大于 0</source>
        <translation>Each line of goods is one product or one category, its quantity above 0</translation>
    </message>
    <message>
        <source>没有商品。写上商品和特价</source>
        <translation>No goods. Type the goods and their special price</translation>
    </message>
    <message>
        <source>特价要一个商品一个价。写成 编号=价</source>
        <translation>A special price wants one price for each product. Write code=price</translation>
    </message>
    <message>
        <source>几件一共多少元没有写</source>
        <translation>What the pieces cost together is missing</translation>
    </message>
    <message>
        <source>优惠的件数要小于每组件数，至少 1 件</source>
        <translation>The reduced pieces must be fewer than the group, at least 1</translation>
    </message>
    <message>
        <source>组合至少要两样商品</source>
        <translation>A bundle needs at least two products</translation>
    </message>
    <message>
        <source>组合里要写商品，不能写类别</source>
        <translation>A bundle takes products, not categories</translation>
    </message>
    <message>
        <source>组合一套多少元没有写</source>
        <translation>What a bundle costs is missing</translation>
    </message>
    <message>
        <source>没有写送什么</source>
        <translation>What is given is missing</translation>
    </message>
    <message>
        <source>赠品要写商品，不能写类别</source>
        <translation>Gifts are products, not categories</translation>
    </message>
    <message>
        <source>买几件送，还是满多少元送，写一样</source>
        <translation>Say either how many pieces to buy or for how much, not both</translation>
    </message>
    <message>
        <source>减多少元，还是打几折，写一样</source>
        <translation>Say either an amount or a discount, not both</translation>
    </message>
    <message>
        <source>折扣要比白送少</source>
        <translation>The discount must be less than everything</translation>
    </message>
    <message>
        <source>减的比满的还多。满多少元要大于减多少元</source>
        <translation>It takes off more than has to be bought. Ask for more or give less</translation>
    </message>
    <message>
        <source>每组几件没有写，至少 2 件</source>
        <translation>How many pieces make a group is missing; at least 2</translation>
    </message>
    <message>
        <source>打几折没有写。88折 写成 88折 或 8.8折</source>
        <translation>The discount is missing. Write 12%</translation>
    </message>
    <message>
        <source>有商品写了两次。留一行</source>
        <translation>A product stands there twice. Keep one line</translation>
    </message>
    <message>
        <source>已有编号 {code} 的促销。换一个编号</source>
        <translation>There is a promotion {code} already. Take another code</translation>
    </message>
    <message>
        <source>特价</source>
        <translation>Special price</translation>
    </message>
    <message>
        <source>打折</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>几件一价</source>
        <translation>Pieces for a price</translation>
    </message>
    <message>
        <source>买几送几、第几件几折</source>
        <translation>Buy some, get some; nth reduced</translation>
    </message>
    <message>
        <source>组合价</source>
        <translation>Bundle</translation>
    </message>
    <message>
        <source>赠品</source>
        <translation>Gift</translation>
    </message>
    <message>
        <source>满减、满折</source>
        <translation>Off from an amount on</translation>
    </message>
    <message>
        <source>所有人</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>会员</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>几级会员</source>
        <translation>Member levels</translation>
    </message>
    <message>
        <source>{goods} 样特价</source>
        <translation>{goods} specials</translation>
    </message>
    <message>
        <source>{count} 件 {yuan} 元</source>
        <translation>{count} for {yuan}</translation>
    </message>
    <message>
        <source>每 {count} 件送 {free} 件</source>
        <translation>{free} free in every {count}</translation>
    </message>
    <message>
        <source>每 {count} 件有 {free} 件 {paid}</source>
        <translation>{free} in every {count} {paid}</translation>
    </message>
    <message>
        <source>一套 {yuan} 元</source>
        <translation>{yuan} a set</translation>
    </message>
    <message>
        <source>买 {count} 件送赠品</source>
        <translation>Gift for buying {count}</translation>
    </message>
    <message>
        <source>满 {least} 送赠品</source>
        <translation>Gift from {least} on</translation>
    </message>
    <message>
        <source>满 {least} 打 {paid}</source>
        <translation>{paid} from {least} on</translation>
    </message>
    <message>
        <source>每满 {least} 减 {yuan}</source>
        <translation>{yuan} off every {least}</translation>
    </message>
    <message>
        <source>满 {least} 减 {yuan}</source>
        <translation>{yuan} off from {least} on</translation>
    </message>
    <message>
        <source>星期写成 六日 或 67</source>
        <translation>Write weekdays as 67</translation>
    </message>
    <message>
        <source>每月的日子写成 8 18 28</source>
        <translation>Write days of the month as 8 18 28</translation>
    </message>
    <message>
        <source>没有会员级别“{name}”</source>
        <translation>There is no member level “{name}”</translation>
    </message>
    <message>
        <source>没有类别“{name}”</source>
        <translation>There is no category “{name}”</translation>
    </message>
    <message>
        <source>“{word}”不止一样商品。写编号</source>
        <translation>“{word}” is more than one product. Write its code</translation>
    </message>
    <message>
        <source>没有商品“{word}”。写编号、条码或名称</source>
        <translation>There is no product “{word}”. Write its code, barcode or name</translation>
    </message>
    <message>
        <source>{count} 样商品会低于最低售价或成本，到“试算”里看</source>
        <translation>{count} products may go below their lowest price or cost; look in “Try out”</translation>
    </message>
</context>
<context>
    <name>purchase</name>
    <message>
        <source>因为：采购退货，按原单的价和成本退</source>
        <translation>Because: purchase return, at the price and cost of its receipt</translation>
    </message>
    <message>
        <source>因为：采购退货，没有原单，按现在的成本出库</source>
        <translation>Because: purchase return without a receipt, at the cost of now</translation>
    </message>
    <message>
        <source>因为：发票到了，冲回暂估，按发票记应付</source>
        <translation>Because: the invoice came, the estimate is taken back and the invoice owed</translation>
    </message>
    <message>
        <source>因为：入库时已按发票记账，这张发票只登记，不记账</source>
        <translation>Because: the goods were booked when they came, this invoice is only registered</translation>
    </message>
    <message>
        <source>因为：采购折让，还在库的货降成本，已卖的冲减销售成本</source>
        <translation>Because: an allowance; goods in stock cost less, for those sold the cost of sales does</translation>
    </message>
    <message>
        <source>因为：采购费用，还在库的货加成本，已卖的进销售成本</source>
        <translation>Because: a cost of purchases; goods in stock cost more, what was sold is cost of sales</translation>
    </message>
    <message>
        <source>因为：采购费用，按设置直接记销售费用，货的成本不变</source>
        <translation>Because: a cost of purchases, booked as a selling expense; the goods cost what they did</translation>
    </message>
    <message>
        <source>因为：发票还没到，先按暂估入账，收到发票时冲回补差</source>
        <translation>Because: no invoice yet, so an estimate is booked; the invoice reverses it and books the difference</translation>
    </message>
    <message>
        <source>因为：采购入库，进项税额能抵扣，库存按不含税价</source>
        <translation>Because: goods receipt with deductible input tax, stock without tax</translation>
    </message>
    <message>
        <source>因为：采购入库，税额不能抵扣，全部进库存成本</source>
        <translation>Because: goods receipt without deductible tax, all of it is cost of stock</translation>
    </message>
    <message>
        <source>商品不存在了。刷新后再看</source>
        <translation>The product is gone. Refresh and look again</translation>
    </message>
    <message>
        <source>没有采购入库单 {number}。核对单号</source>
        <translation>There is no goods receipt {number}. Check the number</translation>
    </message>
    <message>
        <source>没有采购退货单 {number}。核对单号</source>
        <translation>There is no purchase return {number}. Check the number</translation>
    </message>
    <message>
        <source>{number} 是红字单，后面不能再接单</source>
        <translation>{number} is a reversal; no document can follow it</translation>
    </message>
    <message>
        <source>{number} 不是这个供应商的单</source>
        <translation>{number} is not a document of this supplier</translation>
    </message>
    <message>
        <source>写上这张发票是哪些入库单的</source>
        <translation>Say which goods receipts this invoice is for</translation>
    </message>
    <message>
        <source>发票只能是 {known}</source>
        <translation>The invoice can only be {known}</translation>
    </message>
    <message>
        <source>写上发票号码</source>
        <translation>Write the invoice no.</translation>
    </message>
    <message>
        <source>这个供应商的发票 {number} 已录在 {other}。核对发票号码</source>
        <translation>Invoice {number} of this supplier is already entered in {other}. Check the number</translation>
    </message>
    <message>
        <source>{number} 已有后续的 {other}。先红冲 {other}</source>
        <translation>{number} is followed by {other}. Reverse {other} first</translation>
    </message>
    <message>
        <source>第 {line} 行：{product} 单价是 0。填上单价，或标成赠品</source>
        <translation>Line {line}: the price of {product} is 0. Fill in the price, or mark it as a gift</translation>
    </message>
    <message>
        <source>采购入库单</source>
        <translation>Goods receipt</translation>
    </message>
    <message>
        <source>供应商</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>折让原因：{reason}</source>
        <translation>Reason for the allowance: {reason}</translation>
    </message>
    <message>
        <source>制单</source>
        <translation>Created by</translation>
    </message>
    <message>
        <source>采购</source>
        <translation>Purchase</translation>
    </message>
    <message>
        <source>验收</source>
        <translation>Checked by</translation>
    </message>
    <message>
        <source>仓管</source>
        <translation>Storekeeper</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>采购退货单</source>
        <translation>Purchase return</translation>
    </message>
    <message>
        <source>供应商签收</source>
        <translation>Received by supplier</translation>
    </message>
    <message>
        <source>含税单价</source>
        <translation>Price incl. tax</translation>
    </message>
    <message>
        <source>单价</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>折扣</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>采购订单</source>
        <translation>Purchase order</translation>
    </message>
    <message>
        <source>交货日期</source>
        <translation>Delivery date</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>供应商报价单</source>
        <translation>Supplier quotation</translation>
    </message>
    <message>
        <source>供应商确认</source>
        <translation>Supplier confirms</translation>
    </message>
    <message>
        <source>询价单</source>
        <translation>RFQ</translation>
    </message>
    <message>
        <source>起订量</source>
        <translation>Min order</translation>
    </message>
    <message>
        <source>到货天数</source>
        <translation>Lead days</translation>
    </message>
    <message>
        <source>回复截止</source>
        <translation>Reply by</translation>
    </message>
    <message>
        <source>询价人</source>
        <translation>Asked by</translation>
    </message>
    <message>
        <source>供应商签章</source>
        <translation>Supplier&apos;s stamp</translation>
    </message>
    <message>
        <source>请购单</source>
        <translation>Purchase request</translation>
    </message>
    <message>
        <source>需用日期</source>
        <translation>Needed by</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>申请人</source>
        <translation>Requester</translation>
    </message>
    <message>
        <source>序</source>
        <translation>#</translation>
    </message>
    <message>
        <source>商品编号</source>
        <translation>Product code</translation>
    </message>
    <message>
        <source>商品名称</source>
        <translation>Product name</translation>
    </message>
    <message>
        <source>规格</source>
        <translation>Spec</translation>
    </message>
    <message>
        <source>采购发票登记单</source>
        <translation>Purchase invoice entry</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Qty</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>发票号码</source>
        <translation>Invoice no.</translation>
    </message>
    <message>
        <source>开票日期</source>
        <translation>Invoice date</translation>
    </message>
    <message>
        <source>采购折让单</source>
        <translation>Purchase allowance</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>税率</source>
        <translation>Tax rate</translation>
    </message>
    <message>
        <source>税额</source>
        <translation>Tax</translation>
    </message>
    <message>
        <source>价税合计</source>
        <translation>Total incl. tax</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>本单优惠</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>采购订单号</source>
        <translation>Purchase order no.</translation>
    </message>
    <message>
        <source>{goods} {quantity} {unit}（{cause}）</source>
        <translation>{goods} {quantity} {unit} ({cause})</translation>
    </message>
    <message>
        <source>拒收：{goods}</source>
        <translation>Refused: {goods}</translation>
    </message>
    <message>
        <source>（赠）</source>
        <translation> (gift)</translation>
    </message>
    <message>
        <source>应付</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>已付</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>本单欠款</source>
        <translation>Owed</translation>
    </message>
    <message>
        <source>应退</source>
        <translation>Refund due</translation>
    </message>
    <message>
        <source>已退款</source>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>冲减欠款</source>
        <translation>Off the debt</translation>
    </message>
    <message>
        <source>本次付款</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>赊购</source>
        <translation>On credit</translation>
    </message>
    <message>
        <source>实收</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>拒收</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>拒收原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>第 {row} 行拒收了货，写上拒收原因</source>
        <translation>Goods of line {row} were refused; say why</translation>
    </message>
    <message>
        <source>返利</source>
        <translation>Rebate</translation>
    </message>
    <message>
        <source>补差价</source>
        <translation>Price adjustment</translation>
    </message>
    <message>
        <source>质量折让</source>
        <translation>Quality allowance</translation>
    </message>
    <message>
        <source>短少</source>
        <translation>Short delivery</translation>
    </message>
    <message>
        <source>促销支持</source>
        <translation>Promotion support</translation>
    </message>
    <message>
        <source>上次进价</source>
        <translation>Last purchase price</translation>
    </message>
    <message>
        <source>按原单的商品折让，只填数量和金额</source>
        <translation>The goods are the receipt&apos;s; fill in only quantity and amount</translation>
    </message>
    <message>
        <source>还没有供应商。填供应商的编号、名称或拼音</source>
        <translation>No supplier yet. Type the supplier&apos;s code, name or pinyin</translation>
    </message>
    <message>
        <source>{number} 已审核，价格已进供应商价目</source>
        <translation>{number} approved; its prices are on the supplier&apos;s price list</translation>
    </message>
    <message>
        <source>已订</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <source>未订</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>转订单</source>
        <translation>To order</translation>
    </message>
    <message>
        <source>采购员</source>
        <translation>Buyer</translation>
    </message>
    <message>
        <source>{number} 已审核，货算在途。F12 转入库</source>
        <translation>{number} approved; the goods are on order. F12 receives them</translation>
    </message>
    <message>
        <source>已入</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>未入</source>
        <translation>To come</translation>
    </message>
    <message>
        <source>客户订单</source>
        <translation>Customer order</translation>
    </message>
    <message>
        <source>转入库</source>
        <translation>To receipt</translation>
    </message>
    <message>
        <source>发票</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>单价是 0。填上单价</source>
        <translation>The price is 0. Fill it in</translation>
    </message>
    <message>
        <source>现欠供应商 {owed}  + 本单 {total}  = {after}</source>
        <translation>We owe {owed}  + this {total}  = {after}</translation>
    </message>
    <message>
        <source>常开 {invoice}</source>
        <translation>Usually {invoice}</translation>
    </message>
    <message>
        <source>现欠供应商 {owed}</source>
        <translation>Owed to supplier {owed}</translation>
    </message>
    <message>
        <source>比上次 {last} 高 {percent}%。</source>
        <translation>{percent}% above the last price {last}.</translation>
    </message>
    <message>
        <source>比上次 {last} 低 {percent}%。</source>
        <translation>{percent}% below the last price {last}.</translation>
    </message>
    <message>
        <source>是{meant}的价，不是{unit}的？按 F4 改单位</source>
        <translation>Is it the price per {meant}, not per {unit}? F4 changes the unit</translation>
    </message>
    <message>
        <source>核对单价和单位</source>
        <translation>Check price and unit</translation>
    </message>
    <message>
        <source>按供应商习惯</source>
        <translation>By supplier</translation>
    </message>
    <message>
        <source>专用发票</source>
        <translation>Special VAT invoice</translation>
    </message>
    <message>
        <source>普通发票</source>
        <translation>Ordinary invoice</translation>
    </message>
    <message>
        <source>不开票</source>
        <translation>No invoice</translation>
    </message>
    <message>
        <source>票随后到</source>
        <translation>Invoice to follow</translation>
    </message>
    <message>
        <source>折让单没有一行。写上金额</source>
        <translation>The allowance has no line. Write the amount</translation>
    </message>
    <message>
        <source>这一行只进了 {quantity} {unit}</source>
        <translation>Only {quantity} {unit} came in on this line</translation>
    </message>
    <message>
        <source>写上商品和数量</source>
        <translation>Write product and qty</translation>
    </message>
    <message>
        <source>这一行还没开票。录发票时直接写优惠后的价</source>
        <translation>This line is not invoiced yet. Write the reduced price on the invoice</translation>
    </message>
    <message>
        <source>入库单没有这一行</source>
        <translation>No such line in the receipt</translation>
    </message>
    <message>
        <source>折让金额要大于 0</source>
        <translation>Allowances must be above 0</translation>
    </message>
    <message>
        <source>这一行最多还能折让 {left}</source>
        <translation>At most {left} more off on this line</translation>
    </message>
    <message>
        <source>一件都没收下，不用做入库单。订单还开着，货到了再收</source>
        <translation>Nothing was accepted, so no receipt is needed. The order stays open for when the goods come</translation>
    </message>
    <message>
        <source>拒收数量要大于 0</source>
        <translation>Qty refused must be above 0</translation>
    </message>
    <message>
        <source>拒收要写原因</source>
        <translation>Refusal needs a reason</translation>
    </message>
    <message>
        <source>订单的第 {line} 行不是这个商品</source>
        <translation>Line {line} of the order is not this product</translation>
    </message>
    <message>
        <source>拒收第 {line} 行：{problem}</source>
        <translation>Refused line {line}: {problem}</translation>
    </message>
    <message>
        <source>发票 {number} 金额 {amount}、应付 {total}，和明细对不上</source>
        <translation>Invoice {number}: amount {amount} and payable {total} do not match its lines</translation>
    </message>
    <message>
        <source>{number} 费用 {cost}，摊到各行的是 {borne}</source>
        <translation>{number} comes to {cost}, its lines bear {borne}</translation>
    </message>
    <message>
        <source>{number} 第 {line} 行进库存的不是它分摊的</source>
        <translation>{number} line {line}: what went into stock is not its share</translation>
    </message>
    <message>
        <source>{number} 分摊到的 {receipt} 已红冲</source>
        <translation>{number} is spread over {receipt}, which was reversed</translation>
    </message>
    <message>
        <source>{number} 第 {line} 行的暂估没有随发票和退货冲平</source>
        <translation>{number} line {line}: invoices and returns do not clear the estimate</translation>
    </message>
    <message>
        <source>{partner} 的发票 {number} 录了 {count} 次</source>
        <translation>Invoice {number} of {partner} was entered {count} times</translation>
    </message>
    <message>
        <source>这些入库单的发票都录过了，没有余下的</source>
        <translation>These goods receipts are fully invoiced, nothing is left</translation>
    </message>
    <message>
        <source>这一行写了两次。合成一行</source>
        <translation>This line is given twice. Make it one</translation>
    </message>
    <message>
        <source>{number} 没有第 {line} 行</source>
        <translation>{number} has no line {line}</translation>
    </message>
    <message>
        <source>{number} 第 {line} 行只剩 {left} {unit} 没开票</source>
        <translation>{number} line {line} has only {left} {unit} left to invoice</translation>
    </message>
    <message>
        <source>发票是 {billed}，入库时已按 {booked} 记应付。价格变了就另做采购折让单，或红冲入库单重做</source>
        <translation>The invoice says {billed}, but {booked} was booked as payable on receipt. If the price changed, make a purchase allowance, or reverse and redo the receipt</translation>
    </message>
    <message>
        <source>第 {line} 行：填上报价</source>
        <translation>Line {line}: fill in the quoted price</translation>
    </message>
    <message>
        <source>报价单没有一行。填上报价</source>
        <translation>The quotation has no lines. Fill in the quoted goods</translation>
    </message>
    <message>
        <source>每一行报价要有自己的条件</source>
        <translation>Every quoted line needs terms of its own</translation>
    </message>
    <message>
        <source>没有采购折让单 {number}。核对单号</source>
        <translation>There is no purchase allowance {number}. Check the number</translation>
    </message>
    <message>
        <source>没有采购发票 {number}。核对单号</source>
        <translation>There is no purchase invoice {number}. Check the number</translation>
    </message>
    <message>
        <source>没有单号 {number}。核对单号</source>
        <translation>There is no document {number}. Check the number</translation>
    </message>
    <message>
        <source>选上要询价的供应商</source>
        <translation>Choose the suppliers to ask</translation>
    </message>
    <message>
        <source>第 {line} 行还有 {left} {unit} 没开票。先退这些，已开票的另写一张退货单</source>
        <translation>{left} {unit} of line {line} are not invoiced yet. Return those first; return the invoiced ones on another paper</translation>
    </message>
    <message>
        <source>价格、起订量和到货天数不能小于 0</source>
        <translation>Price, minimum quantity and delivery days cannot be below 0</translation>
    </message>
    <message>
        <source>截止日期早于开始日期</source>
        <translation>The end date is before the start date</translation>
    </message>
    <message>
        <source>这个价格已经删掉了。刷新后再看</source>
        <translation>This price has been deleted. Refresh and look again</translation>
    </message>
    <message>
        <source>这一行折让过 {given}，最多还能退 {left} 的货。先红冲折让单，退货以后再折让</source>
        <translation>{given} was given back on this line; goods for at most {left} can go back. Reverse the allowance first and give it again after the return</translation>
    </message>
    <message>
        <source>{number} 没有问这家供应商</source>
        <translation>{number} did not ask this supplier</translation>
    </message>
    <message>
        <source>以销定购</source>
        <translation>Buy what is missing</translation>
    </message>
    <message>
        <source>{goods} 缺货，可还不知道向谁买。先录供应商价目或做一张采购订单</source>
        <translation>{goods} short, but no supplier is known. Enter a supplier price or write a purchase order first</translation>
    </message>
    <message>
        <source>{number} 不缺货，不用采购</source>
        <translation>{number} lacks nothing; no need to buy</translation>
    </message>
    <message>
        <source>还不知道向谁买：{goods}</source>
        <translation>No supplier known: {goods}</translation>
    </message>
    <message>
        <source>给 {number} 采购缺的货</source>
        <translation>Buy what {number} lacks</translation>
    </message>
    <message>
        <source>生成并审核采购订单</source>
        <translation>Create and approve orders</translation>
    </message>
    <message>
        <source>已审核采购订单 {numbers}</source>
        <translation>Purchase orders approved: {numbers}</translation>
    </message>
    <message>
        <source>入库单</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>已折让</source>
        <translation>Allowed</translation>
    </message>
    <message>
        <source>比入库的数量多。改数量</source>
        <translation>More than was received. Change the quantity</translation>
    </message>
    <message>
        <source>先选原单，或在商品格填商品</source>
        <translation>First choose a receipt, or type goods into the product cell</translation>
    </message>
    <message>
        <source>折让金额不能小于 0</source>
        <translation>The amount cannot be below 0</translation>
    </message>
    <message>
        <source>折让金额（含税）</source>
        <translation>Amount (with tax)</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>不含税</source>
        <translation>Without tax</translation>
    </message>
    <message>
        <source>未开票</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>入库合计</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>发票合计</source>
        <translation>Invoiced</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>相符</source>
        <translation>agreed</translation>
    </message>
    <message>
        <source>差 {amount}</source>
        <translation>Off {amount}</translation>
    </message>
    <message>
        <source>本次开票</source>
        <translation>Invoice</translation>
    </message>
    <message>
        <source>成本补差</source>
        <translation>Cost diff.</translation>
    </message>
    <message>
        <source>先选供应商，没开票的货会列出来</source>
        <translation>Choose the supplier first; goods not invoiced will be listed</translation>
    </message>
    <message>
        <source>数量不能小于 0</source>
        <translation>A quantity cannot be below 0</translation>
    </message>
    <message>
        <source>这一行只剩 {left} {unit} 没开票</source>
        <translation>Only {left} {unit} of this line are not invoiced</translation>
    </message>
    <message>
        <source>单价不能小于 0</source>
        <translation>The price cannot be below 0</translation>
    </message>
    <message>
        <source>发票单价</source>
        <translation>Inv. price</translation>
    </message>
    <message>
        <source>入库时已按入库价记应付。价格变了就另做采购折让单，或红冲入库单重做</source>
        <translation>The payable was booked at the receipt&apos;s price. For another price write a purchase allowance, or reverse the receipt</translation>
    </message>
    <message>
        <source>单号；没有就空着</source>
        <translation>Number, if any</translation>
    </message>
    <message>
        <source>没有入库单“{text}”。换个说法，或空着写退货原因</source>
        <translation>No goods receipt “{text}”. Try other words, or leave it empty and say why</translation>
    </message>
    <message>
        <source>本次收回</source>
        <translation>Paid back now</translation>
    </message>
    <message>
        <source>还没有供应商。先选原单，或填供应商的编号、名称或拼音</source>
        <translation>No supplier yet. Choose the receipt, or type the supplier&apos;s code, name or pinyin</translation>
    </message>
    <message>
        <source>已退</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>本次退</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>质量问题</source>
        <translation>Poor quality</translation>
    </message>
    <message>
        <source>发错货</source>
        <translation>Wrong goods sent</translation>
    </message>
    <message>
        <source>临期或过期</source>
        <translation>Near or past expiry</translation>
    </message>
    <message>
        <source>运输破损</source>
        <translation>Damaged in transit</translation>
    </message>
    <message>
        <source>滞销退货</source>
        <translation>Slow seller</translation>
    </message>
    <message>
        <source>价格不符</source>
        <translation>Price disagreement</translation>
    </message>
    <message>
        <source>最低</source>
        <translation>Lowest</translation>
    </message>
    <message>
        <source>{days} 天</source>
        <translation>{days} days</translation>
    </message>
    <message>
        <source>起订 {quantity}</source>
        <translation>min. {quantity}</translation>
    </message>
    <message>
        <source>基本单位</source>
        <translation>Base unit</translation>
    </message>
    <message>
        <source>没有价格</source>
        <translation>No price</translation>
    </message>
    <message>
        <source>含税价</source>
        <translation>Taxed</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>从</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <translation>To</translation>
    </message>
    <message>
        <source>报价单</source>
        <translation>Quotation</translation>
    </message>
    <message>
        <source>先选商品</source>
        <translation>Choose a product first</translation>
    </message>
    <message>
        <source>含税填 1，不含税填 0</source>
        <translation>Type 1 for with tax, 0 for without</translation>
    </message>
    <message>
        <source>到货天数填 0 到 999 的整数</source>
        <translation>Lead days are a whole number from 0 to 999</translation>
    </message>
    <message>
        <source>没有选采购入库单。至少选一张</source>
        <translation>No goods receipt is chosen. Choose one at least</translation>
    </message>
    <message>
        <source>{number} 写了两次。去掉一个</source>
        <translation>{number} stands there twice. Take one out</translation>
    </message>
    <message>
        <source>{receipts} 没有还能分摊的货：没有库存商品，或都退了。这笔钱记费用单</source>
        <translation>{receipts} has no goods left to bear it: none are kept in stock, or all went back. Write an expense instead</translation>
    </message>
    <message>
        <source>{number} 是 {day} 入库的，费用日期不能更早</source>
        <translation>{number} came on {day}; the cost cannot be dated before</translation>
    </message>
    <message>
        <source>费用金额要大于 0</source>
        <translation>The cost must be above 0</translation>
    </message>
    <message>
        <source>只能是 {words}</source>
        <translation>It can only be {words}</translation>
    </message>
    <message>
        <source>手工分摊才写每行的金额</source>
        <translation>Amounts of lines are for spreading by hand only</translation>
    </message>
    <message>
        <source>这些行的金额都是 0，按金额分摊不了。换一种分摊方法</source>
        <translation>All these lines came in at 0; they cannot be spread by amount. Choose another way</translation>
    </message>
    <message>
        <source>{product} 没有写毛重。在商品卡片上填，或换一种分摊方法</source>
        <translation>{product} has no gross weight. Fill it in on its card, or choose another way</translation>
    </message>
    <message>
        <source>{product} 没有写体积。在商品卡片上填，或换一种分摊方法</source>
        <translation>{product} has no volume. Fill it in on its card, or choose another way</translation>
    </message>
    <message>
        <source>{number} 没有第 {line} 行，或这一行的货已全退、不记库存</source>
        <translation>{number} has no line {line}, or its goods all went back or are not kept in stock</translation>
    </message>
    <message>
        <source>各行一共分摊了 {spread}，费用是 {cost}。改到一样</source>
        <translation>The lines bear {spread} together, the cost is {cost}. Make them equal</translation>
    </message>
    <message>
        <source>分摊金额不能小于 0</source>
        <translation>A share cannot be below 0</translation>
    </message>
    <message>
        <source>{number} 第 {line} 行写了两次。合成一行</source>
        <translation>{number} line {line} stands there twice. Make it one</translation>
    </message>
    <message>
        <source>采购费用分摊单</source>
        <translation>Landed cost</translation>
    </message>
    <message>
        <source>分摊费用</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>进库存</source>
        <translation>To stock</translation>
    </message>
    <message>
        <source>进当期</source>
        <translation>Current period</translation>
    </message>
    <message>
        <source>收款单位</source>
        <translation>Payee</translation>
    </message>
    <message>
        <source>分摊方法</source>
        <translation>Spread by</translation>
    </message>
    <message>
        <source>记到</source>
        <translation>Booked to</translation>
    </message>
    <message>
        <source>账单合计</source>
        <translation>Bill total</translation>
    </message>
    <message>
        <source>其中税额</source>
        <translation>Tax in it</translation>
    </message>
    <message>
        <source>按金额</source>
        <translation>By amount</translation>
    </message>
    <message>
        <source>按数量</source>
        <translation>By quantity</translation>
    </message>
    <message>
        <source>按重量</source>
        <translation>By weight</translation>
    </message>
    <message>
        <source>按体积</source>
        <translation>By volume</translation>
    </message>
    <message>
        <source>手工</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>货的成本</source>
        <translation>Cost of the goods</translation>
    </message>
    <message>
        <source>销售费用</source>
        <translation>Selling expense</translation>
    </message>
    <message>
        <source>没有采购费用分摊单 {number}。核对单号</source>
        <translation>There is no landed cost {number}. Check the number</translation>
    </message>
    <message>
        <source>要分摊 {cost}，还差 {left}</source>
        <translation>{cost} to spread, {left} still left</translation>
    </message>
    <message>
        <source>要分摊 {cost}，多了 {left}</source>
        <translation>{cost} to spread, {left} too much</translation>
    </message>
    <message>
        <source>入库金额</source>
        <translation>Came in at</translation>
    </message>
    <message>
        <source>先选入库单</source>
        <translation>Choose a receipt first</translation>
    </message>
    <message>
        <source>分摊方法改成手工，才能填每行的金额</source>
        <translation>Choose “By hand” to type amounts of lines</translation>
    </message>
    <message>
        <source>挂应付</source>
        <translation>Owed</translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <source>行次</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>期末余额</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>年初余额</source>
        <translation>Year start</translation>
    </message>
    <message>
        <source>资产等于负债加所有者权益</source>
        <translation>Assets equal liabilities plus equity</translation>
    </message>
    <message>
        <source>不平，差 {difference}。看 0001 期初平衡是否为零</source>
        <translation>Off balance by {difference}. See whether 0001 Opening balance is zero</translation>
    </message>
    <message>
        <source>资产负债表</source>
        <translation>Balance sheet</translation>
    </message>
    <message>
        <source>结算账户</source>
        <translation>Money account</translation>
    </message>
    <message>
        <source>凭证字号</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>对方科目</source>
        <translation>Counter account</translation>
    </message>
    <message>
        <source>收入</source>
        <translation>In</translation>
    </message>
    <message>
        <source>支出</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>银行存款日记账</source>
        <translation>Bank journal</translation>
    </message>
    <message>
        <source>从到期日算</source>
        <translation>From the due date</translation>
    </message>
    <message>
        <source>从单据日算</source>
        <translation>From the document date</translation>
    </message>
    <message>
        <source>账龄</source>
        <translation>Ageing</translation>
    </message>
    <message>
        <source>信用额度</source>
        <translation>Credit limit</translation>
    </message>
    <message>
        <source>超额</source>
        <translation>Over limit</translation>
    </message>
    <message>
        <source>承诺付款日</source>
        <translation>Promised date</translation>
    </message>
    <message>
        <source>预收余额</source>
        <translation>Advances received</translation>
    </message>
    <message>
        <source>预付余额</source>
        <translation>Advances paid</translation>
    </message>
    <message>
        <source>余额</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>未到期</source>
        <translation>Not due</translation>
    </message>
    <message>
        <source>{first}–{last} 天</source>
        <translation>{first}–{last} days</translation>
    </message>
    <message>
        <source>{last} 天以上</source>
        <translation>Over {last} days</translation>
    </message>
    <message>
        <source>余额合计和总账 {account} 相符</source>
        <translation>The balances add up to ledger account {account}</translation>
    </message>
    <message>
        <source>余额合计 {found}，总账 {account} 是 {booked}，差 {difference}</source>
        <translation>The balances add up to {found}, ledger account {account} is {booked}: a difference of {difference}</translation>
    </message>
    <message>
        <source>应收账龄表</source>
        <translation>Receivables ageing</translation>
    </message>
    <message>
        <source>应付账龄表</source>
        <translation>Payables ageing</translation>
    </message>
    <message>
        <source>期初余额</source>
        <translation>Opening balance</translation>
    </message>
    <message>
        <source>本日合计</source>
        <translation>Day total</translation>
    </message>
    <message>
        <source>现金银行日记账</source>
        <translation>Cash and bank journal</translation>
    </message>
    <message>
        <source>报表格式只能是 {known}</source>
        <translation>A report can only be {known}</translation>
    </message>
    <message>
        <source>{person} 打印于 {moment}</source>
        <translation>Printed by {person}, {moment}</translation>
    </message>
    <message>
        <source>只看暂估</source>
        <translation>Estimated only</translation>
    </message>
    <message>
        <source>所有没录发票的</source>
        <translation>All without an invoice</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>已过天数</source>
        <translation>Days passed</translation>
    </message>
    <message>
        <source>未开票数量</source>
        <translation>Quantity not invoiced</translation>
    </message>
    <message>
        <source>未开票价税合计</source>
        <translation>Total not invoiced</translation>
    </message>
    <message>
        <source>暂估金额</source>
        <translation>Estimated amount</translation>
    </message>
    <message>
        <source>暂估明细表</source>
        <translation>Goods received not invoiced</translation>
    </message>
    <message>
        <source>按类别小计</source>
        <translation>By category</translation>
    </message>
    <message>
        <source>不分类别</source>
        <translation>No subtotals</translation>
    </message>
    <message>
        <source>毛利占比</source>
        <translation>Share of profit</translation>
    </message>
    <message>
        <source>销售毛利分析</source>
        <translation>Gross profit analysis</translation>
    </message>
    <message>
        <source>未分类</source>
        <translation>No category</translation>
    </message>
    <message>
        <source>%n 种</source>
        <translation>Products: %n</translation>
    </message>
    <message>
        <source>商品编号</source>
        <translation>Product code</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>规格</source>
        <translation>Spec</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>企业账面</source>
        <translation>Books</translation>
    </message>
    <message>
        <source>银行对账单</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>流水号</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>账面余额</source>
        <translation>Balance of the books</translation>
    </message>
    <message>
        <source>对账单余额</source>
        <translation>Balance of the statement</translation>
    </message>
    <message>
        <source>加：银行已收、企业未收</source>
        <translation>Plus: received by the bank, not in the books</translation>
    </message>
    <message>
        <source>加：企业已收、银行未收</source>
        <translation>Plus: received in the books, not at the bank</translation>
    </message>
    <message>
        <source>减：银行已付、企业未付</source>
        <translation>Less: paid by the bank, not in the books</translation>
    </message>
    <message>
        <source>减：企业已付、银行未付</source>
        <translation>Less: paid in the books, not at the bank</translation>
    </message>
    <message>
        <source>调节后余额</source>
        <translation>Adjusted balance</translation>
    </message>
    <message>
        <source>调节后两边相等：{amount}</source>
        <translation>Both sides come to {amount}</translation>
    </message>
    <message>
        <source>调节后差 {gap}：银行自己的余额比导入的流水多出这么多，流水缺页</source>
        <translation>The sides differ by {gap}: so much more is the bank&apos;s own balance than the lines brought in, a page is missing</translation>
    </message>
    <message>
        <source>银行余额调节表</source>
        <translation>Bank reconciliation</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Qty</translation>
    </message>
    <message>
        <source>占用</source>
        <translation>Reserved</translation>
    </message>
    <message>
        <source>在途</source>
        <translation>Incoming</translation>
    </message>
    <message>
        <source>可用</source>
        <translation>Available</translation>
    </message>
    <message>
        <source>不含税金额</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>税额</source>
        <translation>Tax</translation>
    </message>
    <message>
        <source>价税合计</source>
        <translation>Total incl. tax</translation>
    </message>
    <message>
        <source>成本</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>净销售额</source>
        <translation>Net sales</translation>
    </message>
    <message>
        <source>净数量</source>
        <translation>Net quantity</translation>
    </message>
    <message>
        <source>毛利</source>
        <translation>Gross profit</translation>
    </message>
    <message>
        <source>排名按</source>
        <translation>Rank by</translation>
    </message>
    <message>
        <source>A 类到 %</source>
        <translation>A up to %</translation>
    </message>
    <message>
        <source>B 类到 %</source>
        <translation>B up to %</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>累计占比</source>
        <translation>Cumulated</translation>
    </message>
    <message>
        <source>{letter} 类</source>
        <translation>Class {letter}</translation>
    </message>
    <message>
        <source>ABC 分析</source>
        <translation>ABC analysis</translation>
    </message>
    <message>
        <source>前几名</source>
        <translation>Top</translation>
    </message>
    <message>
        <source>排名</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>现存</source>
        <translation>On hand</translation>
    </message>
    <message>
        <source>可售天数</source>
        <translation>Days of stock</translation>
    </message>
    <message>
        <source>售罄率</source>
        <translation>Sell-through</translation>
    </message>
    <message>
        <source>畅销排行</source>
        <translation>Best sellers</translation>
    </message>
    <message>
        <source>毛利率</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>会小企01表</source>
        <translation>Form 会小企01</translation>
    </message>
    <message>
        <source>会小企02表</source>
        <translation>Form 会小企02</translation>
    </message>
    <message>
        <source>会小企03表</source>
        <translation>Form 会小企03</translation>
    </message>
    <message>
        <source>本年累计金额</source>
        <translation>Year to date</translation>
    </message>
    <message>
        <source>上年金额</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>本月金额</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>本期金额</source>
        <translation>This period</translation>
    </message>
    <message>
        <source>{year}年{month}月{day}日</source>
        <translation>{year}-{month}-{day}</translation>
    </message>
    <message>
        <source>{year}年度</source>
        <translation>Year {year}</translation>
    </message>
    <message>
        <source>{year}年{month}月</source>
        <translation>{year}-{month}</translation>
    </message>
    <message>
        <source>编制单位</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <source>单位负责人</source>
        <translation>Head of the company</translation>
    </message>
    <message>
        <source>会计机构负责人</source>
        <translation>Head of accounting</translation>
    </message>
    <message>
        <source>制表人</source>
        <translation>Prepared by</translation>
    </message>
    <message>
        <source>资产</source>
        <translation>Assets</translation>
    </message>
    <message>
        <source>负债和所有者权益（或股东权益）</source>
        <translation>Liabilities and equity</translation>
    </message>
    <message>
        <source>{count} 笔现金收支没有流量项目：{documents}</source>
        <translation>{count} cash movements have no cash-flow item: {documents}</translation>
    </message>
    <message>
        <source>期末现金余额等于账上的货币资金</source>
        <translation>Closing cash equals the money in the books</translation>
    </message>
    <message>
        <source>期末现金余额和账上差 {difference}</source>
        <translation>Closing cash differs from the books by {difference}</translation>
    </message>
    <message>
        <source>现金流量表</source>
        <translation>Cash flow statement</translation>
    </message>
    <message>
        <source>利润表</source>
        <translation>Income statement</translation>
    </message>
    <message>
        <source>{name} 只能是 {known}</source>
        <translation>{name} can only be {known}</translation>
    </message>
    <message>
        <source>{parameter}填 1 到 {most} 的整数</source>
        <translation>{parameter}: write a whole number from 1 to {most}</translation>
    </message>
    <message>
        <source>{parameter}里没有“{text}”。换个编号或名称</source>
        <translation>{parameter} has no “{text}”. Try another code or name</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>零件成本</source>
        <translation>Cost of parts</translation>
    </message>
    <message>
        <source>加工费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>成品成本</source>
        <translation>Cost of product</translation>
    </message>
    <message>
        <source>单位成本</source>
        <translation>Unit cost</translation>
    </message>
    <message>
        <source>组装拆卸成本表</source>
        <translation>Assembly costs</translation>
    </message>
    <message>
        <source>账面</source>
        <translation>Books</translation>
    </message>
    <message>
        <source>实盘</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>差异金额</source>
        <translation>Worth of differences</translation>
    </message>
    <message>
        <source>盘点差异表</source>
        <translation>Count differences</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>供应商</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>汇总</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>往来单位</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>应收增加</source>
        <translation>Receivable +</translation>
    </message>
    <message>
        <source>应收减少</source>
        <translation>Receivable −</translation>
    </message>
    <message>
        <source>应付增加</source>
        <translation>Payable +</translation>
    </message>
    <message>
        <source>应付减少</source>
        <translation>Payable −</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>未指明单位</source>
        <translation>No partner</translation>
    </message>
    <message>
        <source>应收汇总表</source>
        <translation>Receivables by customer</translation>
    </message>
    <message>
        <source>应付汇总表</source>
        <translation>Payables by supplier</translation>
    </message>
    <message>
        <source>供应商编号</source>
        <translation>Supplier code</translation>
    </message>
    <message>
        <source>经手人</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>单价</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>采购明细表</source>
        <translation>Purchase details</translation>
    </message>
    <message>
        <source>低于标价的</source>
        <translation>Below list price</translation>
    </message>
    <message>
        <source>低于最低售价的</source>
        <translation>Below lowest price</translation>
    </message>
    <message>
        <source>逐行</source>
        <translation>Line by line</translation>
    </message>
    <message>
        <source>按商品</source>
        <translation>By product</translation>
    </message>
    <message>
        <source>标价金额</source>
        <translation>List amount</translation>
    </message>
    <message>
        <source>实售金额</source>
        <translation>Sold amount</translation>
    </message>
    <message>
        <source>让利</source>
        <translation>Given away</translation>
    </message>
    <message>
        <source>让利率</source>
        <translation>Given away %</translation>
    </message>
    <message>
        <source>标价</source>
        <translation>List price</translation>
    </message>
    <message>
        <source>实售单价</source>
        <translation>Price sold at</translation>
    </message>
    <message>
        <source>最低售价</source>
        <translation>Lowest sale price</translation>
    </message>
    <message>
        <source>赠品</source>
        <translation>Gift</translation>
    </message>
    <message>
        <source>低于最低</source>
        <translation>Below lowest</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>张数</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>整单优惠</source>
        <translation>Order discounts</translation>
    </message>
    <message>
        <source>交班前半小时</source>
        <translation>Last half hour</translation>
    </message>
    <message>
        <source>比别人多</source>
        <translation>More than others</translation>
    </message>
    <message>
        <source>删行</source>
        <translation>Lines deleted</translation>
    </message>
    <message>
        <source>整单取消</source>
        <translation>Tickets cancelled</translation>
    </message>
    <message>
        <source>打折行数</source>
        <translation>Discounted lines</translation>
    </message>
    <message>
        <source>不卖货开钱箱</source>
        <translation>Drawer without a sale</translation>
    </message>
    <message>
        <source>重打小票</source>
        <translation>Receipts reprinted</translation>
    </message>
    <message>
        <source>红冲小票</source>
        <translation>Tickets reversed</translation>
    </message>
    <message>
        <source>当场授权</source>
        <translation>Allowed on the spot</translation>
    </message>
    <message>
        <source>收银稽核</source>
        <translation>Cashier audit</translation>
    </message>
    <message>
        <source>赠品行数</source>
        <translation>Gift lines</translation>
    </message>
    <message>
        <source>低于最低的行数</source>
        <translation>Lines below lowest</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>价格执行表</source>
        <translation>Price execution</translation>
    </message>
    <message>
        <source>按供应商</source>
        <translation>By supplier</translation>
    </message>
    <message>
        <source>按类别</source>
        <translation>By category</translation>
    </message>
    <message>
        <source>按经手人</source>
        <translation>By handler</translation>
    </message>
    <message>
        <source>按月</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>笔数</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>采购汇总表</source>
        <translation>Purchase summary</translation>
    </message>
    <message>
        <source>没有报表“{name}”。有的是 {known}</source>
        <translation>There is no report “{name}”. There are {known}</translation>
    </message>
    <message>
        <source>{report} 要指明{parameter}（{name}=…）</source>
        <translation>{report} needs {parameter} ({name}=…)</translation>
    </message>
    <message>
        <source>期间从 {first} 到 {last} 是反的。把两天对调</source>
        <translation>The period from {first} to {last} runs backwards. Swap the two days</translation>
    </message>
    <message>
        <source>报表的日期要在 {first} 和 {last} 之间</source>
        <translation>The days of a report must lie between {first} and {last}</translation>
    </message>
    <message>
        <source>{report} 没有筛选项，去掉 {name}</source>
        <translation>{report} has no filters; leave out {name}</translation>
    </message>
    <message>
        <source>{report} 没有筛选项 {name}，只有 {known}</source>
        <translation>{report} has no filter {name}, only {known}</translation>
    </message>
    <message>
        <source>平</source>
        <translation>Even</translation>
    </message>
    <message>
        <source>借</source>
        <translation>Dr</translation>
    </message>
    <message>
        <source>贷</source>
        <translation>Cr</translation>
    </message>
    <message>
        <source>照设置</source>
        <translation>As set</translation>
    </message>
    <message>
        <source>按什么算</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>业务员</source>
        <translation>Salesperson</translation>
    </message>
    <message>
        <source>单数</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>回款额</source>
        <translation>Money received</translation>
    </message>
    <message>
        <source>提成基数</source>
        <translation>Commission base</translation>
    </message>
    <message>
        <source>比例</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>提成</source>
        <translation>Commission</translation>
    </message>
    <message>
        <source>业务员提成</source>
        <translation>Salesperson commission</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>未购天数</source>
        <translation>Days since</translation>
    </message>
    <message>
        <source>客户编号</source>
        <translation>Customer code</translation>
    </message>
    <message>
        <source>最后购买日</source>
        <translation>Last bought</translation>
    </message>
    <message>
        <source>累计购买</source>
        <translation>Bought in all</translation>
    </message>
    <message>
        <source>现欠</source>
        <translation>Owes now</translation>
    </message>
    <message>
        <source>流失客户</source>
        <translation>Inactive customers</translation>
    </message>
    <message>
        <source>批发</source>
        <translation>Wholesale</translation>
    </message>
    <message>
        <source>批发退货</source>
        <translation>Wholesale return</translation>
    </message>
    <message>
        <source>零售</source>
        <translation>Retail</translation>
    </message>
    <message>
        <source>零售退货</source>
        <translation>Retail return</translation>
    </message>
    <message>
        <source>销售明细表</source>
        <translation>Sales details</translation>
    </message>
    <message>
        <source>按客户</source>
        <translation>By customer</translation>
    </message>
    <message>
        <source>按业务员</source>
        <translation>By salesperson</translation>
    </message>
    <message>
        <source>按品牌</source>
        <translation>By brand</translation>
    </message>
    <message>
        <source>按仓库</source>
        <translation>By warehouse</translation>
    </message>
    <message>
        <source>按星期</source>
        <translation>By weekday</translation>
    </message>
    <message>
        <source>按时段</source>
        <translation>By hour</translation>
    </message>
    <message>
        <source>品牌</source>
        <translation>Brand</translation>
    </message>
    <message>
        <source>仓库编号</source>
        <translation>Warehouse code</translation>
    </message>
    <message>
        <source>星期</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>时段</source>
        <translation>Hour</translation>
    </message>
    <message>
        <source>销售汇总表</source>
        <translation>Sales summary</translation>
    </message>
    <message>
        <source>交班单</source>
        <translation>Shift report</translation>
    </message>
    <message>
        <source>收银台</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>收银员</source>
        <translation>Cashier</translation>
    </message>
    <message>
        <source>销售</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>退货</source>
        <translation>Returns</translation>
    </message>
    <message>
        <source>收款单</source>
        <translation>Customer receipt</translation>
    </message>
    <message>
        <source>付款单</source>
        <translation>Supplier payment</translation>
    </message>
    <message>
        <source>预收款单</source>
        <translation>Advance received</translation>
    </message>
    <message>
        <source>预付款单</source>
        <translation>Advance paid</translation>
    </message>
    <message>
        <source>核销单</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <source>坏账单</source>
        <translation>Bad debt</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>近效期和已过期</source>
        <translation>near expiry and expired</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>expired</translation>
    </message>
    <message>
        <source>30 天内到期</source>
        <translation>within 30 days</translation>
    </message>
    <message>
        <source>90 天内到期</source>
        <translation>within 90 days</translation>
    </message>
    <message>
        <source>效期</source>
        <translation>Expiry</translation>
    </message>
    <message>
        <source>预计卖不完</source>
        <translation>Expected unsold</translation>
    </message>
    <message>
        <source>批号</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>生产日期</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>Expiry</translation>
    </message>
    <message>
        <source>剩余天数</source>
        <translation>Days left</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>批次库存和效期</source>
        <translation>Lots and expiry</translation>
    </message>
    <message>
        <source>预收预付</source>
        <translation>Advances</translation>
    </message>
    <message>
        <source>核销单据</source>
        <translation>Settled document</translation>
    </message>
    <message>
        <source>核销金额</source>
        <translation>Amount settled</translation>
    </message>
    <message>
        <source>收付款核销明细表</source>
        <translation>Receipts and payments settled</translation>
    </message>
    <message>
        <source>支付方式（净额）</source>
        <translation>Payments (net)</translation>
    </message>
    <message>
        <source>交班单号</source>
        <translation>Shift no.</translation>
    </message>
    <message>
        <source>营业日</source>
        <translation>Business day</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>From</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>To</translation>
    </message>
    <message>
        <source>优惠</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>抹零</source>
        <translation>Round off</translation>
    </message>
    <message>
        <source>储值充值</source>
        <translation>Top-ups</translation>
    </message>
    <message>
        <source>备用金</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>应有现金</source>
        <translation>Expected cash</translation>
    </message>
    <message>
        <source>实点现金</source>
        <translation>Counted cash</translation>
    </message>
    <message>
        <source>长短款</source>
        <translation>Over/short</translation>
    </message>
    <message>
        <source>未交班</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>交班报表</source>
        <translation>Shift report</translation>
    </message>
    <message>
        <source>看最近几天</source>
        <translation>Days looked back</translation>
    </message>
    <message>
        <source>备够几天</source>
        <translation>Days to cover</translation>
    </message>
    <message>
        <source>销量</source>
        <translation>Sold</translation>
    </message>
    <message>
        <source>日均销量</source>
        <translation>Sold a day</translation>
    </message>
    <message>
        <source>下限</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>上限</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>供应商名称</source>
        <translation>Supplier name</translation>
    </message>
    <message>
        <source>上次进价</source>
        <translation>Last purchase price</translation>
    </message>
    <message>
        <source>进价单位</source>
        <translation>Price unit</translation>
    </message>
    <message>
        <source>补货建议</source>
        <translation>What to buy</translation>
    </message>
    <message>
        <source>缺货量</source>
        <translation>Shortage</translation>
    </message>
    <message>
        <source>超储量</source>
        <translation>Excess</translation>
    </message>
    <message>
        <source>建议采购量</source>
        <translation>Suggested purchase</translation>
    </message>
    <message>
        <source>库存预警</source>
        <translation>Stock alerts</translation>
    </message>
    <message>
        <source>零库存也列</source>
        <translation>With zero stock</translation>
    </message>
    <message>
        <source>不列零库存</source>
        <translation>Without zero stock</translation>
    </message>
    <message>
        <source>零库存</source>
        <translation>Zero stock</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>成本单价</source>
        <translation>Unit cost</translation>
    </message>
    <message>
        <source>库存金额</source>
        <translation>Stock value</translation>
    </message>
    <message>
        <source>最后出入库日</source>
        <translation>Last moved</translation>
    </message>
    <message>
        <source>负库存清单</source>
        <translation>Negative stock</translation>
    </message>
    <message>
        <source>与总账 1405 一致</source>
        <translation>Agrees with ledger 1405</translation>
    </message>
    <message>
        <source>与总账 1405 库存商品差 {difference}</source>
        <translation>Differs from account 1405 Goods in stock by {difference}</translation>
    </message>
    <message>
        <source>库存余额表</source>
        <translation>Stock balance</translation>
    </message>
    <message>
        <source>批号 / 序列号</source>
        <translation>Lot / serial number</translation>
    </message>
    <message>
        <source>入库</source>
        <translation>In</translation>
    </message>
    <message>
        <source>出库</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>批次和序列号追踪</source>
        <translation>Trace of lots and serial numbers</translation>
    </message>
    <message>
        <source>结存</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>期初结存</source>
        <translation>Opening stock</translation>
    </message>
    <message>
        <source>“{text}”有 {count} 种商品。写全编号</source>
        <translation>{count} products are like “{text}”. Write the full code</translation>
    </message>
    <message>
        <source>期初</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>商品收发明细账</source>
        <translation>Stock ledger</translation>
    </message>
    <message>
        <source>本期入库</source>
        <translation>In</translation>
    </message>
    <message>
        <source>本期出库</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>成本调整</source>
        <translation>Cost adj.</translation>
    </message>
    <message>
        <source>期末结存</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>进销存汇总表</source>
        <translation>Stock movements</translation>
    </message>
    <message>
        <source>科目</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>账户统计表</source>
        <translation>Money accounts summary</translation>
    </message>
    <message>
        <source>报表</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>摘要包含</source>
        <translation>Summary contains</translation>
    </message>
    <message>
        <source>辅助核算</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>借方</source>
        <translation>Debit</translation>
    </message>
    <message>
        <source>贷方</source>
        <translation>Credit</translation>
    </message>
    <message>
        <source>借贷不平</source>
        <translation>Debits and credits differ</translation>
    </message>
    <message>
        <source>凭证张数</source>
        <translation>Vouchers</translation>
    </message>
    <message>
        <source>%n 张凭证，借贷平衡</source>
        <translation>Vouchers: %n, debit equals credit</translation>
    </message>
    <message>
        <source>%n 张凭证，借贷不平</source>
        <translation>Vouchers: %n, debit does not equal credit</translation>
    </message>
    <message>
        <source>序时账</source>
        <translation>Chronological book</translation>
    </message>
    <message>
        <source>科目汇总表</source>
        <translation>Summary of accounts</translation>
    </message>
    <message>
        <source>借减贷</source>
        <translation>Debit less credit</translation>
    </message>
    <message>
        <source>没有第 {row} 行</source>
        <translation>There is no row {row}</translation>
    </message>
    <message>
        <source>现金流入（流出为负）</source>
        <translation>Cash in (cash out is negative)</translation>
    </message>
    <message>
        <source>没有流量项目</source>
        <translation>No cash-flow item</translation>
    </message>
    <message>
        <source>报表行的科目</source>
        <translation>Accounts of the statement row</translation>
    </message>
    <message>
        <source>现金流量的科目</source>
        <translation>Accounts of the cash flow</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Side</translation>
    </message>
    <message>
        <source>本月合计</source>
        <translation>Month total</translation>
    </message>
    <message>
        <source>本年累计</source>
        <translation>Year to date</translation>
    </message>
    <message>
        <source>总账</source>
        <translation>General ledger</translation>
    </message>
    <message>
        <source>明细账</source>
        <translation>Account card</translation>
    </message>
    <message>
        <source>零售散客</source>
        <translation>Walk-in customers</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>截至 {day}</source>
        <translation>As of {day}</translation>
    </message>
    <message>
        <source>{first} 至 {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>{title}：{value}</source>
        <translation>{title}: {value}</translation>
    </message>
    <message>
        <source>{group}{title}</source>
        <translation>{group} {title}</translation>
    </message>
    <message>
        <source>末级科目</source>
        <translation>Lowest level</translation>
    </message>
    <message>
        <source>一级科目</source>
        <translation>First level</translation>
    </message>
    <message>
        <source>各级科目</source>
        <translation>All levels</translation>
    </message>
    <message>
        <source>级次</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>本期发生</source>
        <translation>Movement</translation>
    </message>
    <message>
        <source>科目编码</source>
        <translation>Account code</translation>
    </message>
    <message>
        <source>科目名称</source>
        <translation>Account name</translation>
    </message>
    <message>
        <source>占比</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>按项目</source>
        <translation>By item</translation>
    </message>
    <message>
        <source>按职员</source>
        <translation>By employee</translation>
    </message>
    <message>
        <source>职员</source>
        <translation>Employee</translation>
    </message>
    <message>
        <source>按部门</source>
        <translation>By department</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>按核算项目</source>
        <translation>By project</translation>
    </message>
    <message>
        <source>核算项目</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>费用统计表</source>
        <translation>Expense summary</translation>
    </message>
    <message>
        <source>其他收入统计表</source>
        <translation>Other income summary</translation>
    </message>
    <message>
        <source>借贷平衡</source>
        <translation>Debits equal credits</translation>
    </message>
    <message>
        <source>借贷不平，做一次账实自检</source>
        <translation>Debits and credits differ; run the check of the books</translation>
    </message>
    <message>
        <source>科目余额表</source>
        <translation>Trial balance</translation>
    </message>
    <message>
        <source>没有存成 {path}：{reason}。换个文件夹，或关掉打开它的程序</source>
        <translation>{path} was not saved: {reason}. Choose another folder, or close the program that has it open</translation>
    </message>
    <message>
        <source>已存到 {path}</source>
        <translation>Saved to {path}</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>不比较</source>
        <translation>No comparison</translation>
    </message>
    <message>
        <source>上期</source>
        <translation>Previous period</translation>
    </message>
    <message>
        <source>上年同期</source>
        <translation>Same period last year</translation>
    </message>
    <message>
        <source>比较</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Completed</translation>
    </message>
    <message>
        <source>部分执行</source>
        <translation>Partly done</translation>
    </message>
    <message>
        <source>只看未完的</source>
        <translation>Open only</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>哪里不对</source>
        <translation>What is odd</translation>
    </message>
    <message>
        <source>零售价</source>
        <translation>Retail</translation>
    </message>
    <message>
        <source>{title}（{count}）</source>
        <translation>{title} ({count})</translation>
    </message>
    <message>
        <source>成本 {cost}</source>
        <translation>cost {cost}</translation>
    </message>
    <message>
        <source>没有条码</source>
        <translation>No barcode</translation>
    </message>
    <message>
        <source>没有类别</source>
        <translation>No category</translation>
    </message>
    <message>
        <source>没有零售价</source>
        <translation>No retail price</translation>
    </message>
    <message>
        <source>零售价低于成本</source>
        <translation>Retail price below cost</translation>
    </message>
    <message>
        <source>名称规格相同</source>
        <translation>Same name and spec</translation>
    </message>
    <message>
        <source>编号相近</source>
        <translation>Codes alike</translation>
    </message>
    <message>
        <source>库存为负</source>
        <translation>Negative stock</translation>
    </message>
    <message>
        <source>从没卖过</source>
        <translation>Never sold</translation>
    </message>
    <message>
        <source>资料体检</source>
        <translation>Health of the cards</translation>
    </message>
    <message>
        <source>订购</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <source>已入</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>未入</source>
        <translation>Not received</translation>
    </message>
    <message>
        <source>已入未开票</source>
        <translation>Received, not invoiced</translation>
    </message>
    <message>
        <source>未入价税合计</source>
        <translation>Total not received</translation>
    </message>
    <message>
        <source>交货日期</source>
        <translation>Delivery date</translation>
    </message>
    <message>
        <source>逾期天数</source>
        <translation>Days overdue</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>采购订单执行表</source>
        <translation>Purchase order progress</translation>
    </message>
    <message>
        <source>只看差得多的</source>
        <translation>Large differences only</translation>
    </message>
    <message>
        <source>次数</source>
        <translation>Times</translation>
    </message>
    <message>
        <source>最近进价</source>
        <translation>Latest cost</translation>
    </message>
    <message>
        <source>最近日期</source>
        <translation>Latest date</translation>
    </message>
    <message>
        <source>上次价</source>
        <translation>Previous price</translation>
    </message>
    <message>
        <source>涨跌</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>最低</source>
        <translation>Lowest</translation>
    </message>
    <message>
        <source>最高</source>
        <translation>Highest</translation>
    </message>
    <message>
        <source>平均</source>
        <translation>Average</translation>
    </message>
    <message>
        <source>偏离平均</source>
        <translation>Off average</translation>
    </message>
    <message>
        <source>采购价格分析表</source>
        <translation>Purchase price analysis</translation>
    </message>
    <message>
        <source>客户订购</source>
        <translation>Customer ordered</translation>
    </message>
    <message>
        <source>已出</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>已订购</source>
        <translation>On order</translation>
    </message>
    <message>
        <source>预计到货</source>
        <translation>Expected on</translation>
    </message>
    <message>
        <source>采购进度表</source>
        <translation>Purchasing progress</translation>
    </message>
    <message>
        <source>询价单号</source>
        <translation>RFQ number</translation>
    </message>
    <message>
        <source>报价单号</source>
        <translation>Quotation number</translation>
    </message>
    <message>
        <source>报价</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>报价单位</source>
        <translation>Quoted unit</translation>
    </message>
    <message>
        <source>折合单价</source>
        <translation>Price per base unit</translation>
    </message>
    <message>
        <source>到货天数</source>
        <translation>Lead days</translation>
    </message>
    <message>
        <source>起订量</source>
        <translation>Min order</translation>
    </message>
    <message>
        <source>不够起订量</source>
        <translation>Below minimum quantity</translation>
    </message>
    <message>
        <source>供应商报价比较表</source>
        <translation>Supplier quotation comparison</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>请购</source>
        <translation>Requested</translation>
    </message>
    <message>
        <source>已订</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <source>未订</source>
        <translation>Not ordered</translation>
    </message>
    <message>
        <source>需用日期</source>
        <translation>Needed by</translation>
    </message>
    <message>
        <source>请购执行表</source>
        <translation>Purchase request progress</translation>
    </message>
    <message>
        <source>带商品明细</source>
        <translation>With goods lines</translation>
    </message>
    <message>
        <source>不带商品明细</source>
        <translation>Without goods lines</translation>
    </message>
    <message>
        <source>明细</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>收款</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>付款</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>客户对账单</source>
        <translation>Customer statement</translation>
    </message>
    <message>
        <source>供应商对账单</source>
        <translation>Supplier statement</translation>
    </message>
    <message>
        <source>期间</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>制表</source>
        <translation>Prepared by</translation>
    </message>
    <message>
        <source>我方盖章</source>
        <translation>Our seal</translation>
    </message>
    <message>
        <source>对方盖章</source>
        <translation>Your seal</translation>
    </message>
    <message>
        <source>请于 {days} 日内核对并盖章寄回，逾期视为无误</source>
        <translation>Please check, seal and return within {days} days; without reply the statement counts as correct</translation>
    </message>
    <message>
        <source>请于 {days} 日内核对并盖章寄回，如有差异请联系 {phone}</source>
        <translation>Please check, seal and return within {days} days; for differences call {phone}</translation>
    </message>
    <message>
        <source>到期订单行</source>
        <translation>Order lines due</translation>
    </message>
    <message>
        <source>及时率</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>平均迟到天数</source>
        <translation>Average days late</translation>
    </message>
    <message>
        <source>拒收率</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>采购价税合计</source>
        <translation>Purchases incl. tax</translation>
    </message>
    <message>
        <source>按原因</source>
        <translation>By reason</translation>
    </message>
    <message>
        <source>按单据</source>
        <translation>By document</translation>
    </message>
    <message>
        <source>退货原因</source>
        <translation>Reason for return</translation>
    </message>
    <message>
        <source>退货额</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>促销编号</source>
        <translation>Promotion</translation>
    </message>
    <message>
        <source>优惠金额</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>销售额</source>
        <translation>Sales</translation>
    </message>
    <message>
        <source>促销效果</source>
        <translation>What promotions did</translation>
    </message>
    <message>
        <source>退货率</source>
        <translation>Return rate</translation>
    </message>
    <message>
        <source>未写原因</source>
        <translation>No reason given</translation>
    </message>
    <message>
        <source>退货分析</source>
        <translation>Returns analysis</translation>
    </message>
    <message>
        <source>评分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>供应商评分表</source>
        <translation>Supplier scorecard</translation>
    </message>
    <message>
        <source>辅助余额表</source>
        <translation>Balances by dimension</translation>
    </message>
    <message>
        <source>明细栏（借方，贷方为负）</source>
        <translation>Detail columns (debit, credit negative)</translation>
    </message>
    <message>
        <source>未分项目</source>
        <translation>No item set</translation>
    </message>
    <message>
        <source>和总账余额相符</source>
        <translation>Agrees with the general ledger</translation>
    </message>
    <message>
        <source>和总账余额不符，做一次账实自检</source>
        <translation>Differs from the general ledger; run a self-check of the books</translation>
    </message>
    <message>
        <source>多栏账</source>
        <translation>Multi-column ledger</translation>
    </message>
    <message>
        <source>数量金额明细账</source>
        <translation>Quantity and amount ledger</translation>
    </message>
    <message>
        <source>逐张</source>
        <translation>One by one</translation>
    </message>
    <message>
        <source>按没成交的原因</source>
        <translation>By reason lost</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>成交</source>
        <translation>Won</translation>
    </message>
    <message>
        <source>部分成交</source>
        <translation>Partly accepted</translation>
    </message>
    <message>
        <source>流失</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>等回复</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>报价金额</source>
        <translation>Quoted amount</translation>
    </message>
    <message>
        <source>成交金额</source>
        <translation>Won amount</translation>
    </message>
    <message>
        <source>转化率</source>
        <translation>Conversion</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>没成交的原因</source>
        <translation>Reason lost</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>转出税额</source>
        <translation>VAT out</translation>
    </message>
    <message>
        <source>报损报溢明细表</source>
        <translation>Losses and gains in detail</translation>
    </message>
    <message>
        <source>报价张数</source>
        <translation>Quotations</translation>
    </message>
    <message>
        <source>成交张数</source>
        <translation>Won</translation>
    </message>
    <message>
        <source>流失张数</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>报价转化表</source>
        <translation>Quotation conversion</translation>
    </message>
    <message>
        <source>复购率</source>
        <translation>Repeat rate</translation>
    </message>
    <message>
        <source>购买客户</source>
        <translation>Buying customers</translation>
    </message>
    <message>
        <source>首购客户</source>
        <translation>First-time customers</translation>
    </message>
    <message>
        <source>复购客户</source>
        <translation>Repeat customers</translation>
    </message>
    <message>
        <source>新老</source>
        <translation>New or known</translation>
    </message>
    <message>
        <source>首购日</source>
        <translation>First bought</translation>
    </message>
    <message>
        <source>购买金额</source>
        <translation>Amount bought</translation>
    </message>
    <message>
        <source>最近消费</source>
        <translation>Last bought</translation>
    </message>
    <message>
        <source>消费金额</source>
        <translation>Bought</translation>
    </message>
    <message>
        <source>退货金额</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>实际消费</source>
        <translation>Net</translation>
    </message>
    <message>
        <source>单均金额</source>
        <translation>Average document</translation>
    </message>
    <message>
        <source>会员消费</source>
        <translation>What members bought</translation>
    </message>
    <message>
        <source>平均间隔天数</source>
        <translation>Average days between</translation>
    </message>
    <message>
        <source>新客</source>
        <translation>New</translation>
    </message>
    <message>
        <source>老客</source>
        <translation>Known</translation>
    </message>
    <message>
        <source>首购与复购</source>
        <translation>First and repeat purchases</translation>
    </message>
    <message>
        <source>没出完的</source>
        <translation>Not delivered in full</translation>
    </message>
    <message>
        <source>逾期的</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>欠货的</source>
        <translation>Short of stock</translation>
    </message>
    <message>
        <source>订货</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <source>已发</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>未发</source>
        <translation>To deliver</translation>
    </message>
    <message>
        <source>欠货</source>
        <translation>Short</translation>
    </message>
    <message>
        <source>未发金额</source>
        <translation>Amount to deliver</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>部分出库</source>
        <translation>Part delivered</translation>
    </message>
    <message>
        <source>未出</source>
        <translation>To deliver</translation>
    </message>
    <message>
        <source>销售订单执行表</source>
        <translation>Sales order progress</translation>
    </message>
    <message>
        <source>未动销天数</source>
        <translation>Days not sold</translation>
    </message>
    <message>
        <source>最后销售日</source>
        <translation>Last sold</translation>
    </message>
    <message>
        <source>占用金额</source>
        <translation>Amount tied up</translation>
    </message>
    <message>
        <source>滞销商品</source>
        <translation>Slow movers</translation>
    </message>
    <message>
        <source>未填品牌</source>
        <translation>No brand</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>售后补差的成本</source>
        <translation>Cost of after-sale allowances</translation>
    </message>
    <message>
        <source>编制单位：{company}</source>
        <translation>Company: {company}</translation>
    </message>
    <message>
        <source>单位：元</source>
        <translation>Unit: yuan</translation>
    </message>
    <message>
        <source>单位负责人：</source>
        <translation>Head of the company:</translation>
    </message>
    <message>
        <source>会计机构负责人：</source>
        <translation>Head of accounting:</translation>
    </message>
    <message>
        <source>制表人：{person}</source>
        <translation>Prepared by: {person}</translation>
    </message>
    <message>
        <source>只看未开票</source>
        <translation>Without invoice only</translation>
    </message>
    <message>
        <source>只看已开票</source>
        <translation>Invoiced only</translation>
    </message>
    <message>
        <source>已开票</source>
        <translation>Invoiced</translation>
    </message>
    <message>
        <source>专票</source>
        <translation>special</translation>
    </message>
    <message>
        <source>普票</source>
        <translation>ordinary</translation>
    </message>
    <message>
        <source>未开票</source>
        <translation>Not invoiced</translation>
    </message>
    <message>
        <source>进项</source>
        <translation>Input</translation>
    </message>
    <message>
        <source>销项</source>
        <translation>Output</translation>
    </message>
    <message>
        <source>进销项</source>
        <translation>Side</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>发票号码</source>
        <translation>Invoice no.</translation>
    </message>
    <message>
        <source>红蓝字</source>
        <translation>Red or blue</translation>
    </message>
    <message>
        <source>进项税额</source>
        <translation>Input VAT</translation>
    </message>
    <message>
        <source>销项税额</source>
        <translation>Output VAT</translation>
    </message>
    <message>
        <source>专用发票</source>
        <translation>Special VAT invoice</translation>
    </message>
    <message>
        <source>普通发票</source>
        <translation>Ordinary invoice</translation>
    </message>
    <message>
        <source>红字</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>蓝字</source>
        <translation>Blue</translation>
    </message>
    <message>
        <source>进项税额 {came}，总账 22210101 {booked}</source>
        <translation>Input VAT {came}, 22210101 moved {booked}</translation>
    </message>
    <message>
        <source>发票税额 {given}，账上销项 {owed}，差 {left} 没开票或不在本期</source>
        <translation>Tax on invoices {given}, output VAT in the books {owed}; {left} was not invoiced, or not in this period</translation>
    </message>
    <message>
        <source>发票登记簿</source>
        <translation>Invoice register</translation>
    </message>
    <message>
        <source>零售 {count} 张</source>
        <translation>{count} tickets</translation>
    </message>
    <message>
        <source>无单据</source>
        <translation>No document</translation>
    </message>
    <message>
        <source>开票情况表</source>
        <translation>Sales invoiced and not</translation>
    </message>
    <message>
        <source>{days} 天以上</source>
        <translation>Over {days} days</translation>
    </message>
    <message>
        <source>库龄分析</source>
        <translation>Age of stock</translation>
    </message>
    <message>
        <source>列出</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>分仓库存表</source>
        <translation>Stock by warehouse</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>检查什么</source>
        <translation>What is checked</translation>
    </message>
    <message>
        <source>不符处</source>
        <translation>Faults</translation>
    </message>
    <message>
        <source>哪里不符</source>
        <translation>What disagrees</translation>
    </message>
    <message>
        <source>相符</source>
        <translation>agreed</translation>
    </message>
    <message>
        <source>不符</source>
        <translation>Disagrees</translation>
    </message>
    <message>
        <source>库存一致性检查</source>
        <translation>Stock consistency</translation>
    </message>
    <message>
        <source>按数量</source>
        <translation>By quantity</translation>
    </message>
    <message>
        <source>按金额</source>
        <translation>By worth</translation>
    </message>
    <message>
        <source>期末</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>周转次数</source>
        <translation>Turns</translation>
    </message>
    <message>
        <source>周转天数</source>
        <translation>Turnover days</translation>
    </message>
    <message>
        <source>平均库存</source>
        <translation>Average stock</translation>
    </message>
    <message>
        <source>销售成本</source>
        <translation>Cost of sales</translation>
    </message>
    <message>
        <source>期间天数</source>
        <translation>Days in period</translation>
    </message>
    <message>
        <source>周转分析</source>
        <translation>Turnover</translation>
    </message>
    <message>
        <source>会员卡号或手机</source>
        <translation>Card or phone</translation>
    </message>
    <message>
        <source>获得积分</source>
        <translation>Points earned</translation>
    </message>
    <message>
        <source>积分</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>储值本金</source>
        <translation>Paid money</translation>
    </message>
    <message>
        <source>储值赠送</source>
        <translation>Given money</translation>
    </message>
    <message>
        <source>会员卡号</source>
        <translation>Card no.</translation>
    </message>
    <message>
        <source>变动</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>储值合计</source>
        <translation>Stored value</translation>
    </message>
    <message>
        <source>本金合计 {held}，会员储值 220302 余额 {booked}</source>
        <translation>Paid money {held}, stored value of members (220302) {booked}</translation>
    </message>
    <message>
        <source>积分储值流水</source>
        <translation>Card journal</translation>
    </message>
    <message>
        <source>会员卡余额</source>
        <translation>Card balances</translation>
    </message>
    <message>
        <source>这张报表是全店的数，有客户或仓库分配给了别人，你看不到</source>
        <translation>This report is about the whole shop; some customers or warehouses are assigned to others, so you may not see it</translation>
    </message>
    <message>
        <source>选一个仓库：{names}</source>
        <translation>Choose a warehouse: {names}</translation>
    </message>
    <message>
        <source>收款单位</source>
        <translation>Payee</translation>
    </message>
    <message>
        <source>入库单</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>分摊方法</source>
        <translation>Spread by</translation>
    </message>
    <message>
        <source>分摊费用</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>进库存</source>
        <translation>To stock</translation>
    </message>
    <message>
        <source>已售商品承担</source>
        <translation>Borne by goods sold</translation>
    </message>
    <message>
        <source>进销售费用</source>
        <translation>To selling expense</translation>
    </message>
    <message>
        <source>采购费用分摊明细表</source>
        <translation>Landed cost detail</translation>
    </message>
    <message>
        <source>资产编号</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>启用日期</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>使用月数</source>
        <translation>Months</translation>
    </message>
    <message>
        <source>原值</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>残值</source>
        <translation>Salvage</translation>
    </message>
    <message>
        <source>期初累计折旧</source>
        <translation>Written off before</translation>
    </message>
    <message>
        <source>本期折旧</source>
        <translation>Depreciation</translation>
    </message>
    <message>
        <source>处置转出</source>
        <translation>Taken out</translation>
    </message>
    <message>
        <source>期末累计折旧</source>
        <translation>Written off after</translation>
    </message>
    <message>
        <source>净值</source>
        <translation>Net value</translation>
    </message>
    <message>
        <source>处置日期</source>
        <translation>Disposed on</translation>
    </message>
    <message>
        <source>原值 {cost}，总账 1601 {booked}；累计折旧 {after}，总账 1602 {worn}</source>
        <translation>Cost {cost}, 1601 is {booked}; written off {after}, 1602 is {worn}</translation>
    </message>
    <message>
        <source>固定资产折旧表</source>
        <translation>Fixed assets</translation>
    </message>
    <message>
        <source>秤码</source>
        <translation>Scale code</translation>
    </message>
    <message>
        <source>保质期</source>
        <translation>Shelf life</translation>
    </message>
    <message>
        <source>电子秤商品</source>
        <translation>Goods on scales</translation>
    </message>
    <message>
        <source>没到账的</source>
        <translation>Not arrived</translation>
    </message>
    <message>
        <source>列哪些</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>收款日期</source>
        <translation>Taken on</translation>
    </message>
    <message>
        <source>已到账</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>未到账</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>预计手续费</source>
        <translation>Expected fee</translation>
    </message>
    <message>
        <source>预计到账</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>预计到账日</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>多转了</source>
        <translation>Moved too much</translation>
    </message>
    <message>
        <source>迟了 {days} 天</source>
        <translation>{days} days late</translation>
    </message>
    <message>
        <source>在路上</source>
        <translation>On its way</translation>
    </message>
    <message>
        <source>未到账 {left}，账户余额 {balance}</source>
        <translation>Open {left}, balance of the accounts {balance}</translation>
    </message>
    <message>
        <source>钱包到账表</source>
        <translation>Wallet arrivals</translation>
    </message>
</context>
<context>
    <name>safety</name>
    <message>
        <source>备份没有做成：{problem}。用最近一次好的备份恢复</source>
        <translation>No backup was made: {problem}. Restore the latest good one</translation>
    </message>
    <message>
        <source>{folder} 读回来的和写进去的不一样，这个盘坏了。换一个</source>
        <translation>What {folder} gives back is not what was written; the disk is failing. Use another</translation>
    </message>
    <message>
        <source>正在备份，等它做完</source>
        <translation>A backup is running; wait for it</translation>
    </message>
    <message>
        <source>{path} 看不懂，这份备份不能信。换一份</source>
        <translation>{path} cannot be read, so this backup cannot be trusted. Use another</translation>
    </message>
    <message>
        <source>找不到备份文件夹 {folder}。插好 U 盘，或换一个文件夹</source>
        <translation>The backup folder {folder} was not found. Plug in the USB stick, or choose another folder</translation>
    </message>
    <message>
        <source>{folder} 里没有备份</source>
        <translation>There is no backup in {folder}</translation>
    </message>
    <message>
        <source>没有备份文件 {path}</source>
        <translation>There is no backup file {path}</translation>
    </message>
    <message>
        <source>这不是进销存账套</source>
        <translation>This is not a jxc book set</translation>
    </message>
    <message>
        <source>它是更新版本的程序写的（第 {version} 版），先升级本程序</source>
        <translation>It was written by a newer program (version {version}); upgrade this program first</translation>
    </message>
    <message>
        <source>文件不完整或多出内容</source>
        <translation>The file is incomplete or has too much</translation>
    </message>
    <message>
        <source>它还开着或没有关好，不是做完的备份</source>
        <translation>It is still open or was not closed; it is no finished backup</translation>
    </message>
    <message>
        <source>大小和备份时不一样</source>
        <translation>Its size is not that of the backup</translation>
    </message>
    <message>
        <source>内容和备份时不一样，已损坏或被改过</source>
        <translation>Its content is not that of the backup; it is damaged or was changed</translation>
    </message>
    <message>
        <source>它不是清单里写的那份备份</source>
        <translation>It is not the backup that the list names</translation>
    </message>
    <message>
        <source>{path} 不能用：{problem}。换一份备份</source>
        <translation>{path} cannot be used: {problem}. Use another backup</translation>
    </message>
    <message>
        <source>{folder} 里已有文件。换一个空文件夹</source>
        <translation>{folder} has files in it. Choose an empty folder</translation>
    </message>
    <message>
        <source>表、约束或触发器被人改过</source>
        <translation>Tables, constraints or triggers were changed</translation>
    </message>
    <message>
        <source>保护触发器 {name} 被停用或改过</source>
        <translation>The guarding trigger {name} was disabled or changed</translation>
    </message>
    <message>
        <source>多出一个不认识的触发器 {name}</source>
        <translation>There is an unknown trigger {name}</translation>
    </message>
    <message>
        <source>保护触发器 {name} 不见了</source>
        <translation>The guarding trigger {name} is missing</translation>
    </message>
    <message>
        <source>打印记录里有 {number}，却没有这张过账的单据</source>
        <translation>{number} is on record as printed, but there is no such posted document</translation>
    </message>
    <message>
        <source>{folder} 所在的盘还差 {size} MB。腾出空间，或换一个文件夹</source>
        <translation>The disk of {folder} is short of {size} MB. Make room, or choose another folder</translation>
    </message>
    <message>
        <source>{folder} 所在的盘满了。腾出空间，或换一个文件夹</source>
        <translation>The disk of {folder} is full. Make room, or choose another folder</translation>
    </message>
    <message>
        <source>{folder} 找不到了或读写不了。插好 U 盘，或换一个文件夹</source>
        <translation>{folder} is gone or cannot be read or written. Plug in the USB stick, or choose another folder</translation>
    </message>
    <message>
        <source>{folder} 不让写。换一个能写的文件夹</source>
        <translation>{folder} may not be written. Choose a folder that can be</translation>
    </message>
    <message>
        <source>{folder} 里写不进去：{error}。换一个文件夹</source>
        <translation>{folder} cannot be written: {error}. Choose another folder</translation>
    </message>
    <message>
        <source>黑匣子里有账套没有的单据。先看清楚，再决定补录还是重新开始</source>
        <translation>The black box has documents that the book set lacks. Look at them first, then enter them again or start anew</translation>
    </message>
    <message>
        <source>黑匣子正被别的程序写</source>
        <translation>Another program is writing the black box</translation>
    </message>
    <message>
        <source>{path} 里的账不平：{problem}</source>
        <translation>The books in {path} do not agree: {problem}</translation>
    </message>
    <message>
        <source>{path} 是一份备份，不能覆盖。恢复到另一个文件</source>
        <translation>{path} is a backup and is not written over. Restore into another file</translation>
    </message>
    <message>
        <source>恢复后检查不过：{problem}。恢复前的账套在 {kept}</source>
        <translation>The check after restoring failed: {problem}. The book set from before is in {kept}</translation>
    </message>
    <message>
        <source>文件读不下去：{error}</source>
        <translation>The file cannot be read on: {error}</translation>
    </message>
    <message>
        <source>它是更新版本的程序写的（第 {version} 版）</source>
        <translation>It was written by a newer program (version {version})</translation>
    </message>
    <message>
        <source>没有第 {version} 版的账套</source>
        <translation>There is no book set of version {version}</translation>
    </message>
    <message>
        <source>文件损坏：{line}</source>
        <translation>File damaged: {line}</translation>
    </message>
    <message>
        <source>{table} 第 {row} 行指向 {parent} 里没有的行</source>
        <translation>Row {row} of {table} points to a row that {parent} does not have</translation>
    </message>
    <message>
        <source>查不下去，数据可能已损坏：{error}</source>
        <translation>The check cannot go on; the data may be damaged: {error}</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>不符</source>
        <translation>Disagrees</translation>
    </message>
    <message>
        <source>手工</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>定时</source>
        <translation>Timed</translation>
    </message>
    <message>
        <source>关店时</source>
        <translation>At closing</translation>
    </message>
    <message>
        <source>结账前</source>
        <translation>Before closing</translation>
    </message>
    <message>
        <source>重算成本前</source>
        <translation>Before a recost</translation>
    </message>
    <message>
        <source>恢复演练</source>
        <translation>Restore drill</translation>
    </message>
    <message>
        <source>做之前先备份</source>
        <translation>Before a change</translation>
    </message>
    <message>
        <source>没有做成</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>已验证</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>未验证</source>
        <translation>Not verified</translation>
    </message>
    <message>
        <source>黑匣子记不下去，原因在日志里</source>
        <translation>The flight recorder cannot go on; the log says why</translation>
    </message>
</context>
<context>
    <name>sales</name>
    <message>
        <source>因为：销售出库（现结）按“收款 + 销售收入 + 结转成本”规则</source>
        <translation>Because: delivery paid at once, by the rule payment + revenue + cost</translation>
    </message>
    <message>
        <source>因为：销售出库（赊销）按“销售收入 + 结转成本”规则</source>
        <translation>Because: delivery on credit, by the rule revenue + cost</translation>
    </message>
    <message>
        <source>因为：销售退货，按原单的价和成本冲回</source>
        <translation>Because: sales return, reversed at the price and cost of the original</translation>
    </message>
    <message>
        <source>因为：销售退货，没有原单，按现在的成本收回</source>
        <translation>Because: sales return without an original, taken back at today&apos;s cost</translation>
    </message>
    <message>
        <source>没有销售出库单 {number}。核对单号</source>
        <translation>There is no delivery {number}. Check the number</translation>
    </message>
    <message>
        <source>没有销售退货单 {number}。核对单号</source>
        <translation>There is no sales return {number}. Check the number</translation>
    </message>
    <message>
        <source>{number} 是红字单，不能退货</source>
        <translation>{number} is a reversal, so nothing can be returned</translation>
    </message>
    <message>
        <source>没有单号 {number} 的销售。核对单号</source>
        <translation>There is no sale {number}. Check the number</translation>
    </message>
    <message>
        <source>{number} 是红字单，不能开票</source>
        <translation>{number} is a reversal and cannot be invoiced</translation>
    </message>
    <message>
        <source>{number} 不是这个客户的单</source>
        <translation>{number} is not a document of this customer</translation>
    </message>
    <message>
        <source>销售出库单</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>制单</source>
        <translation>Created by</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>已改版</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>销售报价单</source>
        <translation>Quotation</translation>
    </message>
    <message>
        <source>报价人</source>
        <translation>Quoted by</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>客户确认（签章）</source>
        <translation>Customer&apos;s confirmation (seal)</translation>
    </message>
    <message>
        <source>交货日期</source>
        <translation>Delivery date</translation>
    </message>
    <message>
        <source>销售订单</source>
        <translation>Sales order</translation>
    </message>
    <message>
        <source>业务员</source>
        <translation>Salesperson</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>应付合计</source>
        <translation>Total payable</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>仓管</source>
        <translation>Storekeeper</translation>
    </message>
    <message>
        <source>送货人</source>
        <translation>Delivered by</translation>
    </message>
    <message>
        <source>客户签收</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>白联存根</source>
        <translation>White: our copy</translation>
    </message>
    <message>
        <source>红联客户</source>
        <translation>Red: customer</translation>
    </message>
    <message>
        <source>黄联财务</source>
        <translation>Yellow: accounts</translation>
    </message>
    <message>
        <source>销售退货单</source>
        <translation>Sales return</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>客户签字</source>
        <translation>Customer&apos;s signature</translation>
    </message>
    <message>
        <source>折扣</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>序</source>
        <translation>#</translation>
    </message>
    <message>
        <source>商品编号</source>
        <translation>Product code</translation>
    </message>
    <message>
        <source>商品名称</source>
        <translation>Product name</translation>
    </message>
    <message>
        <source>规格</source>
        <translation>Spec</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Qty</translation>
    </message>
    <message>
        <source>单价</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>（赠）</source>
        <translation> (gift)</translation>
    </message>
    <message>
        <source>增值税专用发票</source>
        <translation>Special VAT invoice</translation>
    </message>
    <message>
        <source>普通发票</source>
        <translation>Ordinary invoice</translation>
    </message>
    <message>
        <source>开票登记单</source>
        <translation>Registered invoice</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>销售日期</source>
        <translation>Sold on</translation>
    </message>
    <message>
        <source>开票内容</source>
        <translation>For</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>税率</source>
        <translation>Tax rate</translation>
    </message>
    <message>
        <source>税额</source>
        <translation>Tax</translation>
    </message>
    <message>
        <source>价税合计</source>
        <translation>With tax</translation>
    </message>
    <message>
        <source>购方</source>
        <translation>Buyer</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>冲销发票</source>
        <translation>Takes back</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>发票号码</source>
        <translation>Invoice no.</translation>
    </message>
    <message>
        <source>开票日期</source>
        <translation>Invoice date</translation>
    </message>
    <message>
        <source>本单优惠</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>应收</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>已收</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>本单欠款</source>
        <translation>Owed</translation>
    </message>
    <message>
        <source>应退</source>
        <translation>Refund due</translation>
    </message>
    <message>
        <source>已退款</source>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>冲减欠款</source>
        <translation>Off the debt</translation>
    </message>
    <message>
        <source>本次收款</source>
        <translation>Received now</translation>
    </message>
    <message>
        <source>赊销</source>
        <translation>On credit</translation>
    </message>
    <message>
        <source>上次成交</source>
        <translation>Last sold at</translation>
    </message>
    <message>
        <source>还没有客户。填客户的编号、名称或拼音</source>
        <translation>No customer yet. Type the customer&apos;s code, name or pinyin</translation>
    </message>
    <message>
        <source>到期日</source>
        <translation>Due date</translation>
    </message>
    <message>
        <source>低于最低售价 {price}</source>
        <translation>Below the lowest price {price}</translation>
    </message>
    <message>
        <source>现欠 {owed}，本单现结</source>
        <translation>Owes {owed}; this one is paid at once</translation>
    </message>
    <message>
        <source>现欠 {owed}  + 本单 {total}  = {after}</source>
        <translation>Owes {owed}  + this {total}  = {after}</translation>
    </message>
    <message>
        <source>现欠 {owed}</source>
        <translation>Owes {owed}</translation>
    </message>
    <message>
        <source>，超过信用额度 {limit}，多 {over}</source>
        <translation>, over the credit limit {limit} by {over}</translation>
    </message>
    <message>
        <source>，信用额度 {limit}，余 {left}</source>
        <translation>, credit limit {limit}, {left} left</translation>
    </message>
    <message>
        <source>单号、客户；没有就空着</source>
        <translation>Number or customer; empty if there is none</translation>
    </message>
    <message>
        <source>没有出库单“{text}”。换个说法，或空着写退货原因</source>
        <translation>There is no delivery “{text}”. Try other words, or leave it empty and give a reason</translation>
    </message>
    <message>
        <source>{number} 已审核，可以打印或存 PDF 发给客户</source>
        <translation>{number} is approved; print it or save a PDF for the customer</translation>
    </message>
    <message>
        <source>已订</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>未订</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>没成交的原因</source>
        <translation>Reason lost</translation>
    </message>
    <message>
        <source>转订单</source>
        <translation>To order</translation>
    </message>
    <message>
        <source>{number} 已审核，货已占用。F12 转出库</source>
        <translation>{number} is approved and the goods are reserved. F12 makes the delivery</translation>
    </message>
    <message>
        <source>已出</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>未出</source>
        <translation>To go</translation>
    </message>
    <message>
        <source>转出库</source>
        <translation>To delivery</translation>
    </message>
    <message>
        <source>本次退款</source>
        <translation>Refund now</translation>
    </message>
    <message>
        <source>还没有客户。先选原单，或填客户的编号、名称或拼音</source>
        <translation>No customer yet. Choose the original, or fill in the customer&apos;s number, name or pinyin</translation>
    </message>
    <message>
        <source>已退</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>本次退</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>质量问题</source>
        <translation>Poor quality</translation>
    </message>
    <message>
        <source>发错货</source>
        <translation>Wrong goods sent</translation>
    </message>
    <message>
        <source>客户不要了</source>
        <translation>Customer changed mind</translation>
    </message>
    <message>
        <source>临期或过期</source>
        <translation>Near or past expiry</translation>
    </message>
    <message>
        <source>运输破损</source>
        <translation>Damaged in transit</translation>
    </message>
    <message>
        <source>价格不符</source>
        <translation>Price disagreement</translation>
    </message>
    <message>
        <source>报价单 {number} 的第 {version} 版不全，或和留底对不上</source>
        <translation>Version {version} of quotation {number} is incomplete, or not as it was kept</translation>
    </message>
    <message>
        <source>{number} 第 {line} 行和发票登记簿对不上</source>
        <translation>{number}, line {line}, is not what the register of invoices says</translation>
    </message>
    <message>
        <source>{number} 卖了 {sold}，发票却开了 {said}</source>
        <translation>{number} sold {sold}, but invoices say {said}</translation>
    </message>
    <message>
        <source>发票 {number} 登记了 {count} 次</source>
        <translation>Invoice {number} is registered {count} times</translation>
    </message>
    <message>
        <source>{number} 已经开完票，没有余下的</source>
        <translation>{number} is fully invoiced, nothing is left</translation>
    </message>
    <message>
        <source>写上开票金额</source>
        <translation>Enter the amount invoiced</translation>
    </message>
    <message>
        <source>没有单据的一行要写税率或税额</source>
        <translation>A line without a document needs its tax rate or its tax</translation>
    </message>
    <message>
        <source>{number} 卖了 {sold}，已开票 {said}，这次只能开 {left}</source>
        <translation>{number} sold {sold}, {said} is invoiced already, so only {left} is left</translation>
    </message>
    <message>
        <source>{number} 记账的税额是 {sold}，发票合起来是 {said}。核对税率</source>
        <translation>The books have tax of {sold} for {number}, the invoices come to {said}. Check the tax rate</translation>
    </message>
    <message>
        <source>税额 {tax} 和税率对不上，应当是 {right}</source>
        <translation>Tax of {tax} does not fit the rate, it should be {right}</translation>
    </message>
    <message>
        <source>发票只能是 {known}</source>
        <translation>An invoice can only be {known}</translation>
    </message>
    <message>
        <source>写上发票号码</source>
        <translation>Enter the invoice number</translation>
    </message>
    <message>
        <source>发票 {number} 已登记在 {other}。核对发票号码</source>
        <translation>Invoice {number} is registered in {other} already. Check the invoice number</translation>
    </message>
    <message>
        <source>写上客户，或发票上的购方名称</source>
        <translation>Enter the customer, or the buyer&apos;s name on the invoice</translation>
    </message>
    <message>
        <source>写上这张发票是哪些单据的</source>
        <translation>Say which documents this invoice is for</translation>
    </message>
    <message>
        <source>{number} 写了两次。合成一行</source>
        <translation>{number} stands there twice. Make it one line</translation>
    </message>
    <message>
        <source>发票合计是 0，没有要登记的</source>
        <translation>The invoice comes to 0, there is nothing to register</translation>
    </message>
    <message>
        <source>红字发票的金额是负数。照发票写负数</source>
        <translation>Amounts of a red invoice are negative. Write them as on the invoice</translation>
    </message>
    <message>
        <source>合计是负数，写上它冲的是哪张发票</source>
        <translation>It comes to less than 0: say which invoice it takes back</translation>
    </message>
    <message>
        <source>发票 {number} 的客户或类型和这张不同</source>
        <translation>Invoice {number} is of another customer or kind than this one</translation>
    </message>
    <message>
        <source>发票 {number} 只剩 {left} 可以冲</source>
        <translation>Only {left} of invoice {number} is left to take back</translation>
    </message>
    <message>
        <source>{number} 已登记红字发票 {red}。先红冲 {red}</source>
        <translation>{number} is taken back by red invoice {red}. Reverse {red} first</translation>
    </message>
    <message>
        <source>没有开票登记 {number}。核对单号</source>
        <translation>There is no registered invoice {number}. Check the number</translation>
    </message>
    <message>
        <source>销售金额</source>
        <translation>Sold</translation>
    </message>
    <message>
        <source>未开票</source>
        <translation>Not invoiced</translation>
    </message>
    <message>
        <source>这一行是列出的单据。另起一行写别的单号</source>
        <translation>This line is a listed document. Write another number on a new line</translation>
    </message>
    <message>
        <source>本次开票</source>
        <translation>Invoice now</translation>
    </message>
    <message>
        <source>审核时间</source>
        <translation>Approved at</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Goods</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>改了</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>没变</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>{number} 没有第 {version} 版</source>
        <translation>{number} has no version {version}</translation>
    </message>
</context>
<context>
    <name>shell</name>
    <message>
        <source>商品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>供应商</source>
        <translation>Supplier</translation>
    </message>
    <message>
        <source>会员</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>单据</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>已经有 {path} 了，不覆盖。换一个文件名</source>
        <translation>{path} exists and is not overwritten. Choose another file name</translation>
    </message>
    <message>
        <source>账实不符 %n 处，看原因</source>
        <translation>Discrepancies: %n, see why</translation>
    </message>
    <message>
        <source>正在核对账实</source>
        <translation>Checking the books</translation>
    </message>
    <message>
        <source>还没核对账实</source>
        <translation>Books not checked yet</translation>
    </message>
    <message>
        <source>账实一致，超过一天没核对</source>
        <translation>Books agree, last checked over a day ago</translation>
    </message>
    <message>
        <source>账实一致 ✓</source>
        <translation>Books agree ✓</translation>
    </message>
    <message>
        <source>正在备份</source>
        <translation>Backing up</translation>
    </message>
    <message>
        <source>备份没有做成</source>
        <translation>Backup failed</translation>
    </message>
    <message>
        <source>还没有备份</source>
        <translation>No backup yet</translation>
    </message>
    <message>
        <source>备份已过 {hours} 小时</source>
        <translation>Backup {hours} h old</translation>
    </message>
    <message>
        <source>备份 {time} 未验证</source>
        <translation>Backup {time} not verified</translation>
    </message>
    <message>
        <source>备份 {time} 已验证</source>
        <translation>Backup {time} verified</translation>
    </message>
    <message>
        <source>{time} 核对过</source>
        <translation>Checked {time}</translation>
    </message>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>查看(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>收银(&amp;P)</source>
        <translation>&amp;Till</translation>
    </message>
    <message>
        <source>销售(&amp;S)</source>
        <translation>&amp;Sales</translation>
    </message>
    <message>
        <source>采购(&amp;G)</source>
        <translation>&amp;Purchase</translation>
    </message>
    <message>
        <source>仓库(&amp;W)</source>
        <translation>&amp;Warehouse</translation>
    </message>
    <message>
        <source>往来资金(&amp;M)</source>
        <translation>&amp;Money</translation>
    </message>
    <message>
        <source>账务(&amp;L)</source>
        <translation>&amp;Ledger</translation>
    </message>
    <message>
        <source>报表(&amp;R)</source>
        <translation>&amp;Reports</translation>
    </message>
    <message>
        <source>分析(&amp;A)</source>
        <translation>&amp;Analysis</translation>
    </message>
    <message>
        <source>工具(&amp;T)</source>
        <translation>T&amp;ools</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>{folder} 里写不了文件。换一个文件夹</source>
        <translation>Files cannot be written in {folder}. Choose another folder</translation>
    </message>
    <message>
        <source>店名要有 1 到 {count} 个字</source>
        <translation>The shop&apos;s name needs 1 to {count} characters</translation>
    </message>
    <message>
        <source>存诊断包</source>
        <translation>Save diagnostics</translation>
    </message>
    <message>
        <source>诊断包没有存成：{reason}。换个文件夹</source>
        <translation>The diagnostics were not saved: {reason}. Choose another folder</translation>
    </message>
    <message>
        <source>诊断包已存到 {path}，里面没有业务数据</source>
        <translation>Diagnostics saved to {path}; they hold no business data</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
    <message>
        <source>进销存桌面版 {version}</source>
        <translation>jxc desktop {version}</translation>
    </message>
    <message>
        <source>Apache-2.0 许可。所用的库和字体见 THIRD_PARTY_NOTICES.md。</source>
        <translation>Apache-2.0 licence. For the libraries and fonts used see THIRD_PARTY_NOTICES.md.</translation>
    </message>
    <message>
        <source>没有打印机“{name}”。在“工具 › 打印机”里设置</source>
        <translation>There is no printer “{name}”. Set it up under Tools › Printers</translation>
    </message>
    <message>
        <source>开启</source>
        <translation>open</translation>
    </message>
    <message>
        <source>已结账</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>小企业会计准则 · {taxpayer}</source>
        <translation>SME rules · {taxpayer}</translation>
    </message>
    <message>
        <source>期间 {month} {state}</source>
        <translation>Period {month} {state}</translation>
    </message>
    <message>
        <source>这一页</source>
        <translation>This page</translation>
    </message>
    <message>
        <source>功能</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>页面</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>报表</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>手册</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>打开别的账套…</source>
        <translation>Open another book set…</translation>
    </message>
    <message>
        <source>立即备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>导出这张表…</source>
        <translation>Export this table…</translation>
    </message>
    <message>
        <source>锁屏</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>换人</source>
        <translation>Switch user</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>刷新</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>关闭页</source>
        <translation>Close page</translation>
    </message>
    <message>
        <source>下一个窗格</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>上一个窗格</source>
        <translation>Previous pane</translation>
    </message>
    <message>
        <source>底部窗格</source>
        <translation>Bottom pane</translation>
    </message>
    <message>
        <source>恢复默认布局</source>
        <translation>Restore layout</translation>
    </message>
    <message>
        <source>今天的消息</source>
        <translation>Today&apos;s messages</translation>
    </message>
    <message>
        <source>立即核对账实</source>
        <translation>Check the books now</translation>
    </message>
    <message>
        <source>改我的密码</source>
        <translation>Change my password</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printers</translation>
    </message>
    <message>
        <source>小票机</source>
        <translation>Receipt printer</translation>
    </message>
    <message>
        <source>打一张自检页：看纸宽、汉字、条码和切刀。</source>
        <translation>Prints a test page: width, Chinese, bar code and knife.</translation>
    </message>
    <message>
        <source>钱箱</source>
        <translation>Cash drawer</translation>
    </message>
    <message>
        <source>钱箱的线插在小票机上，由小票机打开。试开也记在日志里。</source>
        <translation>The drawer hangs on the receipt printer, which opens it. Trials are on record too.</translation>
    </message>
    <message>
        <source>标签机</source>
        <translation>Label printer</translation>
    </message>
    <message>
        <source>打一张标签：看边齐不齐、条码扫不扫得出。</source>
        <translation>Prints a label: are its edges right, and can its code be scanned?</translation>
    </message>
    <message>
        <source>外观和语言</source>
        <translation>Appearance and language</translation>
    </message>
    <message>
        <source>这一页的手册</source>
        <translation>Manual of this page</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>存诊断包…</source>
        <translation>Save diagnostics…</translation>
    </message>
    <message>
        <source>工作区 {number}</source>
        <translation>Workspace {number}</translation>
    </message>
    <message>
        <source>窗格 {number}</source>
        <translation>Pane {number}</translation>
    </message>
    <message>
        <source>自检页</source>
        <translation>Test page</translation>
    </message>
    <message>
        <source>{columns} 列</source>
        <translation>{columns} columns</translation>
    </message>
    <message>
        <source>上面的数字正好一行，没有折行，纸宽就对</source>
        <translation>If the digits above fill just one line, the width is right</translation>
    </message>
    <message>
        <source>汉字：清溪天然水 镕堃喆</source>
        <translation>Chinese: 清溪天然水 镕堃喆</translation>
    </message>
    <message>
        <source>看得清、没有乱码，字符编码就对</source>
        <translation>If this is clear and not garbled, the character set is right</translation>
    </message>
    <message>
        <source>到“设备”的扫码枪一格，扫这个条码</source>
        <translation>Scan this code into the scanner card of Devices</translation>
    </message>
    <message>
        <source>试打标签</source>
        <translation>Trial label</translation>
    </message>
    <message>
        <source>看边齐不齐</source>
        <translation>Are the edges right?</translation>
    </message>
    <message>
        <source>扫码枪</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>扫小票自检页上的条码，或随便一件商品。像键盘的扫码枪不用选串口。</source>
        <translation>Scan the code of the test page, or any goods. A scanner that acts as a keyboard needs no port.</translation>
    </message>
    <message>
        <source>客显</source>
        <translation>Customer display</translation>
    </message>
    <message>
        <source>顾客看的屏：第二块屏幕，或串口上两行的顾客显示屏。没有第二块屏，就开一个小窗口。</source>
        <translation>What customers see: a second screen, or a pole display of two rows on a port. Without a second screen it is a small window.</translation>
    </message>
    <message>
        <source>电子秤</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>连续发送重量的串口秤。收银时按 Ctrl+G，秤上的重量就是当前行的数量。</source>
        <translation>A scale on a port that sends its weight all the time. Ctrl+G at the till makes it the quantity of the current line.</translation>
    </message>
</context>
<context>
    <name>shop</name>
    <message>
        <source>还没有登录。登录后再做</source>
        <translation>Nobody is logged in. Log in first</translation>
    </message>
    <message>
        <source>用户 {name} 已停用。换一个用户登录</source>
        <translation>User {name} is disabled. Log in as somebody else</translation>
    </message>
    <message>
        <source>{name} 没有“{right}”的权限。让有权的人来做</source>
        <translation>{name} has no right to “{right}”. Somebody with the right does it</translation>
    </message>
    <message>
        <source>{verb}{subject}</source>
        <translation>{verb} {subject}</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>登录被拒</source>
        <translation>Login refused</translation>
    </message>
    <message>
        <source>核对密码</source>
        <translation>Check password</translation>
    </message>
    <message>
        <source>当场授权</source>
        <translation>Authorize</translation>
    </message>
    <message>
        <source>借用权限</source>
        <translation>borrow a right</translation>
    </message>
    <message>
        <source>设密码</source>
        <translation>Set password</translation>
    </message>
    <message>
        <source>改角色</source>
        <translation>Change roles</translation>
    </message>
    <message>
        <source>解锁用户</source>
        <translation>Unlock user</translation>
    </message>
    <message>
        <source>用恢复码进入</source>
        <translation>Log in by recovery code</translation>
    </message>
    <message>
        <source>发恢复码</source>
        <translation>Issue recovery codes</translation>
    </message>
    <message>
        <source>改设置</source>
        <translation>Change setting</translation>
    </message>
    <message>
        <source>建账套</source>
        <translation>Create book set</translation>
    </message>
    <message>
        <source>导出账套</source>
        <translation>Export book set</translation>
    </message>
    <message>
        <source>恢复备份</source>
        <translation>Restore backup</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Back up</translation>
    </message>
    <message>
        <source>演练恢复</source>
        <translation>Practise restoring</translation>
    </message>
    <message>
        <source>黑匣子重新开始记</source>
        <translation>Begin the flight recorder anew</translation>
    </message>
    <message>
        <source>开班</source>
        <translation>Open shift</translation>
    </message>
    <message>
        <source>交班</source>
        <translation>Close shift</translation>
    </message>
    <message>
        <source>开钱箱</source>
        <translation>Open drawer</translation>
    </message>
    <message>
        <source>重打小票</source>
        <translation>Reprint receipt</translation>
    </message>
    <message>
        <source>打印单据</source>
        <translation>Print document</translation>
    </message>
    <message>
        <source>设审核代理</source>
        <translation>Named a deputy</translation>
    </message>
    <message>
        <source>取消审核代理</source>
        <translation>Ended a deputy</translation>
    </message>
    <message>
        <source>挂单</source>
        <translation>Hold sale</translation>
    </message>
    <message>
        <source>取单</source>
        <translation>Recall held sale</translation>
    </message>
    <message>
        <source>作废挂单</source>
        <translation>Void held sale</translation>
    </message>
    <message>
        <source>整单取消</source>
        <translation>Cancel sale</translation>
    </message>
    <message>
        <source>删行</source>
        <translation>Delete line</translation>
    </message>
    <message>
        <source>加附件</source>
        <translation>Attach a file</translation>
    </message>
    <message>
        <source>拿掉附件</source>
        <translation>Remove an attachment</translation>
    </message>
    <message>
        <source>加补注</source>
        <translation>add a note</translation>
    </message>
    <message>
        <source>发促销券</source>
        <translation>Coupons given out</translation>
    </message>
    <message>
        <source>记付款承诺</source>
        <translation>Record a promise to pay</translation>
    </message>
    <message>
        <source>导入银行流水</source>
        <translation>Import bank statement</translation>
    </message>
    <message>
        <source>写银行期初余额</source>
        <translation>Write bank opening balance</translation>
    </message>
    <message>
        <source>撤销导入银行流水</source>
        <translation>Take back bank import</translation>
    </message>
    <message>
        <source>勾对银行流水</source>
        <translation>Match bank lines</translation>
    </message>
    <message>
        <source>取消勾对</source>
        <translation>Undo match</translation>
    </message>
    <message>
        <source>结账</source>
        <translation>Close month</translation>
    </message>
    <message>
        <source>反结账</source>
        <translation>Reopen month</translation>
    </message>
    <message>
        <source>标记已申报</source>
        <translation>Mark as filed</translation>
    </message>
    <message>
        <source>审核凭证</source>
        <translation>Review voucher</translation>
    </message>
    <message>
        <source>取消审核凭证</source>
        <translation>Undo voucher review</translation>
    </message>
    <message>
        <source>凭证记账</source>
        <translation>Post voucher</translation>
    </message>
    <message>
        <source>销售报价单</source>
        <translation>Quotation</translation>
    </message>
    <message>
        <source>销售订单</source>
        <translation>Sales order</translation>
    </message>
    <message>
        <source>请购单</source>
        <translation>Purchase request</translation>
    </message>
    <message>
        <source>询价单</source>
        <translation>RFQ</translation>
    </message>
    <message>
        <source>供应商报价单</source>
        <translation>Supplier quotation</translation>
    </message>
    <message>
        <source>采购订单</source>
        <translation>Purchase order</translation>
    </message>
    <message>
        <source>采购入库单</source>
        <translation>Goods receipt</translation>
    </message>
    <message>
        <source>采购发票</source>
        <translation>Purchase invoice</translation>
    </message>
    <message>
        <source>采购折让单</source>
        <translation>Purchase allowance</translation>
    </message>
    <message>
        <source>采购费用分摊单</source>
        <translation>Landed cost</translation>
    </message>
    <message>
        <source>采购退货单</source>
        <translation>Purchase return</translation>
    </message>
    <message>
        <source>销售出库单</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>销售退货单</source>
        <translation>Sales return</translation>
    </message>
    <message>
        <source>开票登记</source>
        <translation>registered invoice</translation>
    </message>
    <message>
        <source>收款单</source>
        <translation>Customer receipt</translation>
    </message>
    <message>
        <source>付款单</source>
        <translation>Supplier payment</translation>
    </message>
    <message>
        <source>预收款单</source>
        <translation>Advance received</translation>
    </message>
    <message>
        <source>预付款单</source>
        <translation>Advance paid</translation>
    </message>
    <message>
        <source>核销单</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <source>坏账单</source>
        <translation>Bad debt</translation>
    </message>
    <message>
        <source>费用单</source>
        <translation>Expense</translation>
    </message>
    <message>
        <source>其他收入单</source>
        <translation>Other income</translation>
    </message>
    <message>
        <source>转款单</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>结算账户</source>
        <translation>Money account</translation>
    </message>
    <message>
        <source>银行流水</source>
        <translation>Bank statement</translation>
    </message>
    <message>
        <source>收支项目</source>
        <translation>Income or expense item</translation>
    </message>
    <message>
        <source>零售单</source>
        <translation>POS sale</translation>
    </message>
    <message>
        <source>零售退货单</source>
        <translation>POS return</translation>
    </message>
    <message>
        <source>手工凭证</source>
        <translation>Manual voucher</translation>
    </message>
    <message>
        <source>凭证模板</source>
        <translation>Voucher template</translation>
    </message>
    <message>
        <source>会计科目</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>固定资产</source>
        <translation>Fixed assets</translation>
    </message>
    <message>
        <source>调拨单</source>
        <translation>Stock transfer</translation>
    </message>
    <message>
        <source>调拨入库单</source>
        <translation>Transfer receipt</translation>
    </message>
    <message>
        <source>盘点单</source>
        <translation>Stock count</translation>
    </message>
    <message>
        <source>报损单</source>
        <translation>Stock loss</translation>
    </message>
    <message>
        <source>报溢单</source>
        <translation>Stock gain</translation>
    </message>
    <message>
        <source>其他入库单</source>
        <translation>Other receipt</translation>
    </message>
    <message>
        <source>其他出库单</source>
        <translation>Other issue</translation>
    </message>
    <message>
        <source>损溢处理单</source>
        <translation>Loss resolution</translation>
    </message>
    <message>
        <source>成本调整单</source>
        <translation>Cost adjustment</translation>
    </message>
    <message>
        <source>重算成本</source>
        <translation>Recost</translation>
    </message>
    <message>
        <source>组装单</source>
        <translation>Assembly</translation>
    </message>
    <message>
        <source>拆卸单</source>
        <translation>Disassembly</translation>
    </message>
    <message>
        <source>期初库存单</source>
        <translation>Opening stock</translation>
    </message>
    <message>
        <source>期初余额单</source>
        <translation>Opening balances</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>职员</source>
        <translation>Employees</translation>
    </message>
    <message>
        <source>供应商价目</source>
        <translation>Supplier price list</translation>
    </message>
    <message>
        <source>仓库上下限</source>
        <translation>Bounds by warehouse</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>product</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>category</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>customer</translation>
    </message>
    <message>
        <source>供应商</source>
        <translation>supplier</translation>
    </message>
    <message>
        <source>用户</source>
        <translation>user</translation>
    </message>
    <message>
        <source>会员</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>会员级别</source>
        <translation>Member levels</translation>
    </message>
    <message>
        <source>促销</source>
        <translation>Promotion</translation>
    </message>
    <message>
        <source>储值充值单</source>
        <translation>Stored value top-up</translation>
    </message>
    <message>
        <source>储值退款单</source>
        <translation>Stored value refund</translation>
    </message>
    <message>
        <source>积分变动单</source>
        <translation>Points change</translation>
    </message>
    <message>
        <source>审批规则</source>
        <translation>Approval rule</translation>
    </message>
    <message>
        <source>客户价</source>
        <translation>Customer price</translation>
    </message>
    <message>
        <source>调价单</source>
        <translation>Price change</translation>
    </message>
    <message>
        <source>过账</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>红冲</source>
        <translation>Reverse</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>提交</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>驳回</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>生效</source>
        <translation>Put in force</translation>
    </message>
    <message>
        <source>反审核</source>
        <translation>Un-approve</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Disable</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>Enable</translation>
    </message>
    <message>
        <source>抹去</source>
        <translation>erase</translation>
    </message>
    <message>
        <source>处置</source>
        <translation>Dispose</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>应有</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>实点</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>备用金</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>应收</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>行数</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>零件</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>单据格式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>以前打过</source>
        <translation>Printed before</translation>
    </message>
    <message>
        <source>红字单</source>
        <translation>Reversal</translation>
    </message>
    <message>
        <source>净利润</source>
        <translation>Net profit</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>个数</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>价格</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>剩余恢复码</source>
        <translation>Recovery codes left</translation>
    </message>
    <message>
        <source>想要</source>
        <translation>Wanted</translation>
    </message>
    <message>
        <source>成本算法</source>
        <translation>Costing method</translation>
    </message>
    <message>
        <source>纳税人</source>
        <translation>Taxpayer</translation>
    </message>
    <message>
        <source>往来单位</source>
        <translation>partner</translation>
    </message>
    <message>
        <source>制单人</source>
        <translation>made by</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>comment</translation>
    </message>
    <message>
        <source>条件</source>
        <translation>condition</translation>
    </message>
    <message>
        <source>第几步</source>
        <translation>step</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>approver</translation>
    </message>
    <message>
        <source>代理人</source>
        <translation>deputy</translation>
    </message>
    <message>
        <source>生效日</source>
        <translation>in force from</translation>
    </message>
    <message>
        <source>从</source>
        <translation>from</translation>
    </message>
    <message>
        <source>到</source>
        <translation>to</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>department</translation>
    </message>
    <message>
        <source>改了</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>这张草稿已过账或作废。刷新后再看</source>
        <translation>This draft is posted or voided. Refresh and look again</translation>
    </message>
    <message>
        <source>这张草稿里有 {user} 写的进价，你没有看进价的权限。请能看进价的人来过账</source>
        <translation>This draft holds purchase prices that {user} wrote, and you lack the right to see them. Ask somebody who may see them to post it</translation>
    </message>
    <message>
        <source>{series} 在 {day} 用到第 {last} 号，计数器却是 {counter}</source>
        <translation>{series} has reached number {last} on {day}, but its counter says {counter}</translation>
    </message>
    <message>
        <source>{series} 在 {day} 的计数器是 {counter}，却没有一张单</source>
        <translation>The counter of {series} on {day} says {counter}, but there is no document</translation>
    </message>
    <message>
        <source>操作日志的末尾被改过或缺行</source>
        <translation>The end of the audit log was changed or rows are missing</translation>
    </message>
    <message>
        <source>操作日志第 {row} 行被改过，或它前面缺行</source>
        <translation>Row {row} of the audit log was changed, or rows before it are missing</translation>
    </message>
    <message>
        <source>{number} 已过账，操作日志里却没有</source>
        <translation>{number} is posted, but the audit log lacks it</translation>
    </message>
    <message>
        <source>{number} 已红冲，操作日志里却没有</source>
        <translation>{number} is reversed, but the audit log lacks it</translation>
    </message>
    <message>
        <source>键 {key} 记着 {number}，它的种类 {kind} 不存在</source>
        <translation>Key {key} names {number}, whose kind {kind} does not exist</translation>
    </message>
    <message>
        <source>键 {key} 记着 {number}，那张单不存在或金额不同</source>
        <translation>Key {key} names {number}, which does not exist or has another amount</translation>
    </message>
    <message>
        <source>附件 {name}（{number}）不见了或长度变了</source>
        <translation>Attachment {name} ({number}) is missing or its length changed</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>单号 {number} 和它的日期 {day} 不合</source>
        <translation>Number {number} does not fit its date {day}</translation>
    </message>
    <message>
        <source>单号缺了 {number}，{day} 共缺 {count} 个</source>
        <translation>Number {number} is missing; {count} are missing on {day}</translation>
    </message>
    <message>
        <source>单号 {number} 在 {day} 不止一张，共 {count} 个这样的号</source>
        <translation>Number {number} is used more than once on {day}; {count} numbers are</translation>
    </message>
    <message>
        <source>待审核的单 #{id}</source>
        <translation>waiting document #{id}</translation>
    </message>
    <message>
        <source>键 {key} 已用于 {number}，内容不同。换一个键</source>
        <translation>Key {key} was used for {number} with other content. Use another key</translation>
    </message>
    <message>
        <source>{paper} 没有通过审核，或已撤回。改好后换一个键再提交</source>
        <translation>{paper} was rejected or withdrawn. Mend it and submit it under another key</translation>
    </message>
    <message>
        <source>{name} 也没有“{right}”的权限。换一个有权的人</source>
        <translation>{name} has no right to “{right}” either. Ask somebody who has</translation>
    </message>
    <message>
        <source>密码输错太多次。{minutes} 分钟后再试，或让老板解锁</source>
        <translation>Too many wrong passwords. Try again in {minutes} min, or have the owner unlock you</translation>
    </message>
    <message>
        <source>这个用户已停用。让老板启用，或换一个用户</source>
        <translation>This user is disabled. Have the owner enable it, or use another</translation>
    </message>
    <message>
        <source>登录名或密码不对。再试一次</source>
        <translation>Login or password is wrong. Try again</translation>
    </message>
    <message>
        <source>密码太短，至少要 {count} 位</source>
        <translation>The password is too short, at least {count} characters</translation>
    </message>
    <message>
        <source>密码太长，最多 {count} 位</source>
        <translation>The password is too long, at most {count} characters</translation>
    </message>
    <message>
        <source>密码里不能有名字或店名。换一个</source>
        <translation>The password cannot hold your name or the shop&apos;s. Choose another</translation>
    </message>
    <message>
        <source>这个密码太容易猜。换一个，比如四个不相干的词</source>
        <translation>This password is too easy to guess. Choose another, such as four unrelated words</translation>
    </message>
    <message>
        <source>登录名要有 1 到 {count} 个字，中间没有空格</source>
        <translation>A login needs 1 to {count} characters without spaces</translation>
    </message>
    <message>
        <source>没有用户 {name}</source>
        <translation>There is no user {name}</translation>
    </message>
    <message>
        <source>至少要留一个能登录的老板。先让别人当老板</source>
        <translation>At least one owner must be able to log in. Make somebody else owner first</translation>
    </message>
    <message>
        <source>这个恢复码不对，或已经用过。换下一个恢复码</source>
        <translation>This recovery code is wrong or used up. Take the next one</translation>
    </message>
    <message>
        <source>老板</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>店长</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>采购员</source>
        <translation>Buyer</translation>
    </message>
    <message>
        <source>销售员</source>
        <translation>Salesperson</translation>
    </message>
    <message>
        <source>仓管员</source>
        <translation>Storekeeper</translation>
    </message>
    <message>
        <source>收银员</source>
        <translation>Cashier</translation>
    </message>
    <message>
        <source>会计</source>
        <translation>Accounting</translation>
    </message>
    <message>
        <source>出纳</source>
        <translation>Treasurer</translation>
    </message>
    <message>
        <source>审计</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>没有“{role}”这个角色，可以用 {roles}</source>
        <translation>There is no role “{role}”; there are {roles}</translation>
    </message>
    <message>
        <source>至少要选一个角色</source>
        <translation>Choose at least one role</translation>
    </message>
    <message>
        <source>{one}和{other}最好不是同一个人</source>
        <translation>{one} and {other} had better not be the same person</translation>
    </message>
    <message>
        <source>老板还没有密码。先给老板设密码，再加用户</source>
        <translation>The owner has no password yet. Set it first, then add users</translation>
    </message>
    <message>
        <source>已有用户 {name}。换一个登录名</source>
        <translation>There is a user {name} already. Choose another login</translation>
    </message>
    <message>
        <source>{name} 不是老板，没有恢复码。由老板重设密码</source>
        <translation>{name} is not an owner and has no recovery codes. An owner resets the password</translation>
    </message>
    <message>
        <source>未设</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>免税</source>
        <translation>Exempt</translation>
    </message>
    <message>
        <source>{title} 写成 20 GB 的样子</source>
        <translation>Write {title} like 20 GB</translation>
    </message>
    <message>
        <source>{title} 写 true 或 false，也可以写是或否</source>
        <translation>Write {title} as true or false, yes or no</translation>
    </message>
    <message>
        <source>小规模纳税人</source>
        <translation>Small-scale taxpayer</translation>
    </message>
    <message>
        <source>一般纳税人</source>
        <translation>General taxpayer</translation>
    </message>
    <message>
        <source>移动加权平均</source>
        <translation>Moving average</translation>
    </message>
    <message>
        <source>先进先出</source>
        <translation>First in, first out</translation>
    </message>
    <message>
        <source>按月申报</source>
        <translation>Filed monthly</translation>
    </message>
    <message>
        <source>按季申报</source>
        <translation>Filed quarterly</translation>
    </message>
    <message>
        <source>按月预缴</source>
        <translation>Prepaid monthly</translation>
    </message>
    <message>
        <source>按季预缴</source>
        <translation>Prepaid quarterly</translation>
    </message>
    <message>
        <source>其他流动资产</source>
        <translation>Other current assets</translation>
    </message>
    <message>
        <source>应交税费的负数</source>
        <translation>Negative taxes payable</translation>
    </message>
    <message>
        <source>全店一个成本</source>
        <translation>One cost for the shop</translation>
    </message>
    <message>
        <source>每个仓库各算</source>
        <translation>A cost for each warehouse</translation>
    </message>
    <message>
        <source>净销售额</source>
        <translation>Net sales</translation>
    </message>
    <message>
        <source>毛利</source>
        <translation>Gross profit</translation>
    </message>
    <message>
        <source>回款额</source>
        <translation>Money received</translation>
    </message>
    <message>
        <source>只提醒</source>
        <translation>Only remind</translation>
    </message>
    <message>
        <source>不许出货</source>
        <translation>Do not deliver</translation>
    </message>
    <message>
        <source>要授权才能出货</source>
        <translation>Deliver with authorisation</translation>
    </message>
    <message>
        <source>要授权才能卖</source>
        <translation>need a right</translation>
    </message>
    <message>
        <source>不许卖</source>
        <translation>are not sold</translation>
    </message>
    <message>
        <source>入库就记应付</source>
        <translation>Payable on receipt</translation>
    </message>
    <message>
        <source>先暂估，收到发票再记应付</source>
        <translation>Estimate first, payable on the invoice</translation>
    </message>
    <message>
        <source>进货的成本</source>
        <translation>Cost of the goods</translation>
    </message>
    <message>
        <source>销售费用</source>
        <translation>Selling expense</translation>
    </message>
    <message>
        <source>不抹零</source>
        <translation>No rounding</translation>
    </message>
    <message>
        <source>抹去分</source>
        <translation>Drop the fen</translation>
    </message>
    <message>
        <source>抹去角和分</source>
        <translation>Drop jiao and fen</translation>
    </message>
    <message>
        <source>四舍五入到角</source>
        <translation>Round to jiao</translation>
    </message>
    <message>
        <source>四舍五入到元</source>
        <translation>Round to yuan</translation>
    </message>
    <message>
        <source>公司</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>店名</source>
        <translation>Shop name</translation>
    </message>
    <message>
        <source>印在小票和单据的抬头上。</source>
        <translation>Printed at the head of receipts and documents.</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>印在小票和单据上，空着就不印。</source>
        <translation>Printed on receipts and documents; left out when empty.</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>窗口和提示用的语言，单据一直是中文。</source>
        <translation>For windows and messages; documents are always Chinese.</translation>
    </message>
    <message>
        <source>决定默认税率，以及进项税能不能抵扣。</source>
        <translation>Decides the default tax rate, and whether input tax is deductible.</translation>
    </message>
    <message>
        <source>启用月份</source>
        <translation>First month</translation>
    </message>
    <message>
        <source>账从这个月开始，更早的日期不能记账。有单据过账后不能改。</source>
        <translation>The books start with this month; earlier days cannot be booked. Fixed once a document is posted.</translation>
    </message>
    <message>
        <source>制单人可以审核自己的单</source>
        <translation>Makers may approve their own documents</translation>
    </message>
    <message>
        <source>关掉以后，审批规则拦下的单要由另一个人审核。</source>
        <translation>When off, what approval rules hold back must be approved by somebody else.</translation>
    </message>
    <message>
        <source>已启用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>期初已经录完并且平衡。</source>
        <translation>Opening balances are complete and agree.</translation>
    </message>
    <message>
        <source>卖出的货按什么成本结转。有单据过账后不能改。</source>
        <translation>How the cost of goods sold is found. Fixed once a document is posted.</translation>
    </message>
    <message>
        <source>成本范围</source>
        <translation>Costing scope</translation>
    </message>
    <message>
        <source>同一商品在不同仓库是否分开算成本。有单据过账后不能改。</source>
        <translation>Whether a product costs the same in every warehouse. Fixed once a document is posted.</translation>
    </message>
    <message>
        <source>价格和税</source>
        <translation>Prices and tax</translation>
    </message>
    <message>
        <source>售价含税</source>
        <translation>Sale prices with tax</translation>
    </message>
    <message>
        <source>销售单和收银的单价默认是含税价。</source>
        <translation>Prices on sales documents and at the till include tax by default.</translation>
    </message>
    <message>
        <source>进价含税</source>
        <translation>Purchase prices with tax</translation>
    </message>
    <message>
        <source>进货单的单价默认是含税价。没设时，小规模纳税人含税，一般纳税人不含税。</source>
        <translation>Prices on purchase documents include tax by default. If not set: with tax for small-scale taxpayers, without for general ones.</translation>
    </message>
    <message>
        <source>默认税率</source>
        <translation>Default tax rate</translation>
    </message>
    <message>
        <source>商品没有自己的税率时用它。没设时，一般纳税人 13%，小规模纳税人 1%。</source>
        <translation>For products without a rate of their own. If not set: 13% for general taxpayers, 1% for small-scale ones.</translation>
    </message>
    <message>
        <source>提成按什么算</source>
        <translation>Commission base</translation>
    </message>
    <message>
        <source>业务员提成表默认的基数，打开报表时也可以换。</source>
        <translation>The usual base of the commission report; another can be chosen when it is open.</translation>
    </message>
    <message>
        <source>提成比例</source>
        <translation>Commission rate</translation>
    </message>
    <message>
        <source>业务员提成 = 基数 × 这个比例。</source>
        <translation>Commission of a salesperson = base × this rate.</translation>
    </message>
    <message>
        <source>带出上次成交价</source>
        <translation>Recall the last price</translation>
    </message>
    <message>
        <source>写销售单时，单价先用这个客户上次的成交价。客户价总是更优先。</source>
        <translation>On sales the price begins with the last one this customer paid. A promised price always goes first.</translation>
    </message>
    <message>
        <source>结账和税费</source>
        <translation>Closing and taxes</translation>
    </message>
    <message>
        <source>增值税申报期</source>
        <translation>VAT period</translation>
    </message>
    <message>
        <source>小规模纳税人按它看起征点，期末免征的税转入营业外收入。</source>
        <translation>For a small-scale taxpayer the threshold is measured over it, and the exempt tax becomes other income at its end.</translation>
    </message>
    <message>
        <source>留抵税额列示</source>
        <translation>Input VAT carried forward</translation>
    </message>
    <message>
        <source>资产负债表上，还没抵完的进项税放在哪一行。</source>
        <translation>The balance sheet row that shows input tax not yet deducted.</translation>
    </message>
    <message>
        <source>城建税税率</source>
        <translation>City maintenance tax rate</translation>
    </message>
    <message>
        <source>市区 7%，县城和镇 5%，其他 1%。结账时按应交增值税计提。</source>
        <translation>7% in cities, 5% in towns, 1% elsewhere. Accrued on the VAT payable at closing.</translation>
    </message>
    <message>
        <source>教育费附加</source>
        <translation>Education surcharge</translation>
    </message>
    <message>
        <source>结账时按应交增值税计提，一般是 3%。</source>
        <translation>Accrued on the VAT payable at closing, usually 3%.</translation>
    </message>
    <message>
        <source>地方教育附加</source>
        <translation>Local education surcharge</translation>
    </message>
    <message>
        <source>结账时按应交增值税计提，一般是 2%。</source>
        <translation>Accrued on the VAT payable at closing, usually 2%.</translation>
    </message>
    <message>
        <source>附加税费减半</source>
        <translation>Halve the surcharges</translation>
    </message>
    <message>
        <source>小规模、小型微利企业和个体户减半。没设时，小规模纳税人减半。</source>
        <translation>Small-scale taxpayers, small low-profit companies and sole traders pay half. If unset, small-scale taxpayers pay half.</translation>
    </message>
    <message>
        <source>所得税实际税率</source>
        <translation>Effective income tax rate</translation>
    </message>
    <message>
        <source>结账时按本年利润计提。小型微利企业 5%，个体户填 0。</source>
        <translation>Accrued on the year&apos;s profit at closing. 5% for small low-profit companies, 0 for sole traders.</translation>
    </message>
    <message>
        <source>所得税计提</source>
        <translation>Income tax accrual</translation>
    </message>
    <message>
        <source>每个季度末或每个月计提一次。</source>
        <translation>Accrued at the end of each quarter or of each month.</translation>
    </message>
    <message>
        <source>赊销</source>
        <translation>On credit</translation>
    </message>
    <message>
        <source>超额或逾期时</source>
        <translation>Over limit or overdue</translation>
    </message>
    <message>
        <source>客户欠款超过信用额度，或逾期太久，还能不能赊着出货。</source>
        <translation>Whether goods may still be delivered on credit when a customer owes more than the limit or is overdue too long.</translation>
    </message>
    <message>
        <source>容忍逾期天数</source>
        <translation>Overdue days tolerated</translation>
    </message>
    <message>
        <source>欠款过了到期日再超过这么多天，就算逾期太久。没设就不看逾期。</source>
        <translation>A debt this many days past its due date counts as overdue too long. If unset, overdue days are not looked at.</translation>
    </message>
    <message>
        <source>收付款最多优惠</source>
        <translation>Largest discount on money</translation>
    </message>
    <message>
        <source>优惠超过欠款的这么多，或者没有收付款的优惠，要有处理坏账的权限。</source>
        <translation>A discount beyond this share of the debts, or without any money, wants the right to write debts off.</translation>
    </message>
    <message>
        <source>库存和收银</source>
        <translation>Stock and till</translation>
    </message>
    <message>
        <source>先暂估时，票随后到的入库记在暂估应付，录采购发票时冲回补差。</source>
        <translation>When estimating first, receipts whose invoice follows stand in estimated payables; the purchase invoice reverses and settles them.</translation>
    </message>
    <message>
        <source>采购费用记到</source>
        <translation>Purchase costs go to</translation>
    </message>
    <message>
        <source>运费、装卸费分摊时，摊进货的成本，或直接记本期销售费用。每张单上可以另选。</source>
        <translation>Whether spread freight and handling are borne by the goods or are a selling expense at once. Each document can say otherwise.</translation>
    </message>
    <message>
        <source>进价差多少要提醒</source>
        <translation>Warn of cost differences over</translation>
    </message>
    <message>
        <source>和最近几次进价差得更多时，单价标成黄色，请人核对。</source>
        <translation>When a cost differs more than this from the recent ones, the price turns yellow so that somebody checks it.</translation>
    </message>
    <message>
        <source>订单可以超出</source>
        <translation>Orders may be exceeded by</translation>
    </message>
    <message>
        <source>入库和出库最多比订单多几成，0 是一点也不能多。</source>
        <translation>By how much receipts and deliveries may exceed the order; 0 means not at all.</translation>
    </message>
    <message>
        <source>允许负库存</source>
        <translation>Allow negative stock</translation>
    </message>
    <message>
        <source>库存不够时也能出库，成本先按最近的成本估，进货后自动补差。</source>
        <translation>Goods may go out when stock is short; their cost is taken from the latest one and corrected by the next purchase.</translation>
    </message>
    <message>
        <source>收银时提醒库存不够</source>
        <translation>Till warns of short stock</translation>
    </message>
    <message>
        <source>收银台照常卖，只在行上标出库存不够。</source>
        <translation>The till sells as usual and only marks the line.</translation>
    </message>
    <message>
        <source>过期批次</source>
        <translation>Expired lots</translation>
    </message>
    <message>
        <source>系统不会自动选过期的批次；点名要卖过期的一批时怎么办。</source>
        <translation>The program never chooses an expired lot by itself. What happens when somebody names one to be sold.</translation>
    </message>
    <message>
        <source>抹零</source>
        <translation>Round off</translation>
    </message>
    <message>
        <source>结算时应收怎么取整，差额摊到各行。</source>
        <translation>How the amount due is rounded; the lines share the difference.</translation>
    </message>
    <message>
        <source>几分抵 1 元</source>
        <translation>Points for a yuan</translation>
    </message>
    <message>
        <source>会员用积分抵钱，多少分抵 1 元。0 就不能抵。</source>
        <translation>How many of a member&apos;s points make a yuan off. 0 takes none.</translation>
    </message>
    <message>
        <source>秤标签</source>
        <translation>Scale labels</translation>
    </message>
    <message>
        <source>电子秤标签上的数字怎么读，在“秤标签”里按表改。空着就不读。</source>
        <translation>How the digits on labels of scales are read; edited in Scale labels. Empty reads none.</translation>
    </message>
    <message>
        <source>小票纸宽</source>
        <translation>Receipt width</translation>
    </message>
    <message>
        <source>小票打印机的纸宽，单位毫米。</source>
        <translation>Paper width of the receipt printer in millimetres.</translation>
    </message>
    <message>
        <source>小票字符集</source>
        <translation>Receipt character set</translation>
    </message>
    <message>
        <source>小票上出现乱码时换一个。</source>
        <translation>Try another when receipts show garbled characters.</translation>
    </message>
    <message>
        <source>小票结尾</source>
        <translation>Receipt footer</translation>
    </message>
    <message>
        <source>印在小票最下面的话，比如退换货说明。</source>
        <translation>Words at the end of the receipt, such as the rules for returns.</translation>
    </message>
    <message>
        <source>销售条款</source>
        <translation>Sales terms</translation>
    </message>
    <message>
        <source>印在报价单、销售订单、销售出库单最下面的话，比如验货和付款的约定。</source>
        <translation>Printed at the foot of quotations, sales orders and delivery notes: inspection, payment and the like.</translation>
    </message>
    <message>
        <source>备份文件夹</source>
        <translation>Backup folder</translation>
    </message>
    <message>
        <source>备份放在哪里，最好是另一块硬盘。</source>
        <translation>Where backups go, best another disk.</translation>
    </message>
    <message>
        <source>第二个备份文件夹</source>
        <translation>Second backup folder</translation>
    </message>
    <message>
        <source>每份备份再放一份到这里，比如 U 盘。</source>
        <translation>A second copy of each backup, such as on a USB stick.</translation>
    </message>
    <message>
        <source>备份间隔</source>
        <translation>Backup interval</translation>
    </message>
    <message>
        <source>开着程序时，每隔几小时备份一次。</source>
        <translation>Hours between backups while the program is open.</translation>
    </message>
    <message>
        <source>关闭时备份</source>
        <translation>Back up on closing</translation>
    </message>
    <message>
        <source>退出程序前再备份一次。</source>
        <translation>One more backup before the program quits.</translation>
    </message>
    <message>
        <source>备份占用上限</source>
        <translation>Backup size limit</translation>
    </message>
    <message>
        <source>备份总大小超过它时，先删最旧的。最近三份一直留着。</source>
        <translation>Above this size the oldest backups are deleted first. The latest three always stay.</translation>
    </message>
    <message>
        <source>没有“{name}”这项设置</source>
        <translation>There is no setting “{name}”</translation>
    </message>
    <message>
        <source>已有单据过账，{title}不能再改</source>
        <translation>Documents are posted, so {title} can no longer change</translation>
    </message>
    <message>
        <source>{month} 已经记账，还没结账，{title}现在不能改。结了账，在新的月份记第一张单之前改</source>
        <translation>{month} has entries and is not closed, so {title} cannot change now. Close it, then change before the first entry of the new month</translation>
    </message>
    <message>
        <source>{title} 不能设成 {value}</source>
        <translation>{title} cannot be {value}</translation>
    </message>
    <message>
        <source>{title} 只能是 {choices}</source>
        <translation>{title} can only be {choices}</translation>
    </message>
    <message>
        <source>{title} 不能是 {value}，太小或太大</source>
        <translation>{title} cannot be {value}; it is too small or too large</translation>
    </message>
    <message>
        <source>{title} 太长，最多 {count} 个字</source>
        <translation>{title} is too long, at most {count} characters</translation>
    </message>
    <message>
        <source>店名不能空着</source>
        <translation>The shop needs a name</translation>
    </message>
    <message>
        <source>{value} 不是月份。写成 2026-01 的样子</source>
        <translation>{value} is not a month. Write it like 2026-01</translation>
    </message>
    <message>
        <source>{day} 没有 {rate}% 这个税率。可以用 {known}</source>
        <translation>There is no tax rate of {rate}% on {day}. Use one of {known}</translation>
    </message>
    <message>
        <source>没有待审核的单 #{id}</source>
        <translation>No document #{id} waits for approval</translation>
    </message>
    <message>
        <source>代理人要是另一个人</source>
        <translation>The deputy must be somebody else</translation>
    </message>
    <message>
        <source>代理的最后一天早于第一天</source>
        <translation>The last day of the deputy is before the first</translation>
    </message>
    <message>
        <source>代理的日子已经过去</source>
        <translation>These days are past</translation>
    </message>
    <message>
        <source>这条代理已经删了。刷新后再看</source>
        <translation>This deputy is gone. Refresh and look again</translation>
    </message>
    <message>
        <source>这条审批规则已经删了。刷新后再看</source>
        <translation>This approval rule is gone. Refresh and look again</translation>
    </message>
    <message>
        <source>这种单据不能设审批规则</source>
        <translation>Such documents take no approval rules</translation>
    </message>
    <message>
        <source>这种单据的条件只能是{known}</source>
        <translation>The condition for such documents can be {known}</translation>
    </message>
    <message>
        <source>条件的数要大于等于 0，让利要小于 100%</source>
        <translation>The value must be 0 or more, a discount below 100%</translation>
    </message>
    <message>
        <source>第几步要在 1 和 {most} 之间</source>
        <translation>The step must be between 1 and {most}</translation>
    </message>
    <message>
        <source>审核人选一个角色，或选一个人</source>
        <translation>The approver is one role or one person</translation>
    </message>
    <message>
        <source>{name} 已停用。选别人审核</source>
        <translation>{name} is out of use. Choose somebody else</translation>
    </message>
    <message>
        <source>没有这个角色。重新选</source>
        <translation>There is no such role. Choose again</translation>
    </message>
    <message>
        <source>{name} 没有“{right}”的权限，不能当审核人</source>
        <translation>{name} lacks the right to {right} and cannot approve</translation>
    </message>
    <message>
        <source>{number} 已有改过的一版在等审核（#{id}）。先撤回它，或等审完</source>
        <translation>A new version of {number} waits for approval (#{id}). Withdraw it, or wait until it is decided</translation>
    </message>
    <message>
        <source>驳回要写原因</source>
        <translation>Rejecting wants a reason</translation>
    </message>
    <message>
        <source>这张单是 {name} 提交的，只有本人能撤回</source>
        <translation>{name} submitted this document; only they can withdraw it</translation>
    </message>
    <message>
        <source>{paper} 已经{state}，刷新后再看</source>
        <translation>{paper}: {state} already. Refresh and look again</translation>
    </message>
    <message>
        <source>{paper} 是你自己制的单，不能自己审核。请{who}中的另一个人审核</source>
        <translation>{paper} is your own document, which you cannot approve. Ask another {who}</translation>
    </message>
    <message>
        <source>{paper} 是 {maker} 制的单，不能代 {maker} 审核。请{who}中的另一个人审核</source>
        <translation>{paper} was made by {maker}, so nobody may approve it in their name. Ask another of: {who}</translation>
    </message>
    <message>
        <source>这张单等{who}审核，轮不到你</source>
        <translation>This document waits for {who}, not for you</translation>
    </message>
    <message>
        <source>每一张</source>
        <translation>Every one</translation>
    </message>
    <message>
        <source>金额超过</source>
        <translation>Total over</translation>
    </message>
    <message>
        <source>让利超过</source>
        <translation>Discount over</translation>
    </message>
    <message>
        <source>低于最低售价</source>
        <translation>Below the lowest price</translation>
    </message>
    <message>
        <source>超过信用额度</source>
        <translation>Over the credit limit</translation>
    </message>
    <message>
        <source>{before} → {verb} → {after}</source>
        <translation>{before} → {verb} → {after}</translation>
    </message>
    <message>
        <source>待审核</source>
        <translation>pending</translation>
    </message>
    <message>
        <source>通过审核</source>
        <translation>approved</translation>
    </message>
    <message>
        <source>这个文件已经附上了</source>
        <translation>This file is already attached</translation>
    </message>
    <message>
        <source>一张单最多附 {most} 个文件</source>
        <translation>A document takes at most {most} files</translation>
    </message>
    <message>
        <source>附件 {name} 已损坏，从备份取回</source>
        <translation>Attachment {name} is damaged; take it back from a backup</translation>
    </message>
    <message>
        <source>这张单已过账，附件不能拿掉</source>
        <translation>This document is posted; its attachments cannot be removed</translation>
    </message>
    <message>
        <source>这种单据不能附文件</source>
        <translation>This kind of document takes no files</translation>
    </message>
    <message>
        <source>这张单正等审核，附件不能改。撤回后再改</source>
        <translation>This document waits for approval, so its files stay. Withdraw it to change them</translation>
    </message>
    <message>
        <source>要附文件的单据不存在了。刷新后再看</source>
        <translation>The document to attach to no longer exists. Refresh and look again</translation>
    </message>
    <message>
        <source>文件没有名字</source>
        <translation>The file has no name</translation>
    </message>
    <message>
        <source>{name} 是空的</source>
        <translation>{name} is empty</translation>
    </message>
    <message>
        <source>{name} 太大，附件最大 5 MB。压缩或分开再附</source>
        <translation>{name} is too large; an attachment is at most 5 MB. Compress or split it</translation>
    </message>
    <message>
        <source>这个附件不在了。刷新后再看</source>
        <translation>This attachment is gone. Refresh and look again</translation>
    </message>
    <message>
        <source>职员 {name} 已停用。换一个人</source>
        <translation>Employee {name} is out of use. Name somebody else</translation>
    </message>
    <message>
        <source>这个职员不存在了。刷新后再看</source>
        <translation>This employee is gone. Refresh and look again</translation>
    </message>
    <message>
        <source>职员没有姓名。填上姓名</source>
        <translation>The employee has no name. Type one</translation>
    </message>
    <message>
        <source>提成没有按“{base}”算的</source>
        <translation>Commission is never on “{base}”</translation>
    </message>
    <message>
        <source>提成比例要在 0 和 100% 之间</source>
        <translation>Commission must lie between 0 and 100%</translation>
    </message>
    <message>
        <source>职员编号</source>
        <translation>Employee code</translation>
    </message>
    <message>
        <source>职员姓名</source>
        <translation>Employee name</translation>
    </message>
    <message>
        <source>{word} {text} 已经有了。换一个</source>
        <translation>{word} {text} is taken. Choose another</translation>
    </message>
    <message>
        <source>“{start}…”太长，最多 {length} 个字</source>
        <translation>“{start}…” is too long: at most {length} characters</translation>
    </message>
    <message>
        <source>写{words}，或空着</source>
        <translation>Write {words}, or nothing</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>所在部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>这个客户分配给了 {names}。请他做，或让老板改分配</source>
        <translation>This customer is assigned to {names}. Let them do it, or let the owner assign it anew</translation>
    </message>
    <message>
        <source>这个仓库分配给了 {names}。请他做，或让老板改分配</source>
        <translation>This warehouse is assigned to {names}. Let them do it, or let the owner assign it anew</translation>
    </message>
    <message>
        <source>这里是全店的数，有客户或仓库分配给了别人，你看不到。看自己的用销售明细表</source>
        <translation>These are figures of the whole shop; some customers or warehouses are assigned to others, so you may not see them. For your own, open Sales detail</translation>
    </message>
    <message>
        <source>补注是空的。写一句再回车</source>
        <translation>The note is empty. Write a sentence, then Enter</translation>
    </message>
    <message>
        <source>补注最多 {count} 个字。分两句写</source>
        <translation>A note takes {count} characters at most. Write two</translation>
    </message>
    <message>
        <source>{number} 没有过账，备注直接写在单上</source>
        <translation>{number} is not posted; write the remark on the document itself</translation>
    </message>
    <message>
        <source>秤标签的校验位不对，末位应为 {digit}。再扫一次，或重打一张标签</source>
        <translation>The label&apos;s check digit is wrong; it should end in {digit}. Scan again or print another</translation>
    </message>
    <message>
        <source>{flag} 开头的 {length} 位标签写了两次。只留一条</source>
        <translation>Labels of {length} digits beginning with {flag} stand twice. Keep one</translation>
    </message>
    <message>
        <source>秤标签规则“{rule}”看不懂。写成 21 PPPPP AAA.AA R 的样子</source>
        <translation>“{rule}” is no rule for labels. Write it like 21 PPPPP AAA.AA R</translation>
    </message>
    <message>
        <source>秤标签规则“{rule}”里，P、A、W 各写成一段，P 必须有，A 和 W 至少有一个</source>
        <translation>In “{rule}” P, A and W stand in one piece each; P must be there, and A or W</translation>
    </message>
    <message>
        <source>秤标签规则“{rule}”的小数点不对：金额最多 2 位小数，重量 4 位</source>
        <translation>The decimal point in “{rule}” is wrong: at most 2 decimals for an amount, 4 for a weight</translation>
    </message>
    <message>
        <source>秤标签规则“{rule}”有 {length} 位。标签是 13 位或 18 位</source>
        <translation>“{rule}” has {length} digits. Labels have 13 or 18</translation>
    </message>
    <message>
        <source>18 位的标签不能用 25–29 开头，和付款码分不开。在秤上改成 20–24</source>
        <translation>Labels of 18 digits cannot begin with 25–29, as payment codes do. Set 20–24 on the scale</translation>
    </message>
    <message>
        <source>标签开头“{flags}”不对。写 20 到 29，如 21、21,23 或 20-24</source>
        <translation>“{flags}” begins no label. Write 20 to 29, such as 21, 21,23 or 20-24</translation>
    </message>
    <message>
        <source>末位不核对</source>
        <translation>last digit free</translation>
    </message>
    <message>
        <source>末位校验</source>
        <translation>last digit checked</translation>
    </message>
    <message>
        <source>{flags} 开头的 {length} 位：{parts}</source>
        <translation>{length} digits beginning with {flags}: {parts}</translation>
    </message>
    <message>
        <source>第 {first}–{last} 位秤码</source>
        <translation>{first}–{last} scale code</translation>
    </message>
    <message>
        <source>第 {first}–{last} 位金额（元，{decimals} 位小数）</source>
        <translation>{first}–{last} amount (yuan, {decimals} decimals)</translation>
    </message>
    <message>
        <source>第 {first}–{last} 位重量（千克，{decimals} 位小数）</source>
        <translation>{first}–{last} weight (kg, {decimals} decimals)</translation>
    </message>
    <message>
        <source>秤码 {plu}</source>
        <translation>scale code {plu}</translation>
    </message>
    <message>
        <source>重量 {weight} 千克</source>
        <translation>weight {weight} kg</translation>
    </message>
    <message>
        <source>金额 {amount} 元</source>
        <translation>amount {amount} yuan</translation>
    </message>
</context>
<context>
    <name>stock</name>
    <message>
        <source>{number} 第 {line} 行 {product}：单上 {written}，出入库 {moved}</source>
        <translation>{number} line {line} {product}: written {written}, moved {moved}</translation>
    </message>
    <message>
        <source>{number} 第 {line} 行 {went}，退了 {back}，对不上</source>
        <translation>{number} line {line}: {went} went, {back} came back; they do not agree</translation>
    </message>
    <message>
        <source>{number} 已红冲，它的退货 {other} 却还在</source>
        <translation>{number} was reversed, yet its return {other} still stands</translation>
    </message>
    <message>
        <source>{product} 的成本池是 {quantity} / {value}，出入库合计 {moved} / {worth}</source>
        <translation>The cost pool of {product} is {quantity} / {value}, its moves add up to {moved} / {worth}</translation>
    </message>
    <message>
        <source>库存金额 {value}，总账 1405 余额 {booked}，差 {difference}</source>
        <translation>Stock value {value}, balance of account 1405 {booked}, difference {difference}</translation>
    </message>
    <message>
        <source>{source} 的出入库金额 {moved}，记入 1405 的是 {booked}</source>
        <translation>The moves of {source} are worth {moved}, but {booked} is booked on 1405</translation>
    </message>
    <message>
        <source>{product} 的成本池数量 {quantity}，金额却是 {value}</source>
        <translation>The cost pool of {product} holds {quantity}, but is worth {value}</translation>
    </message>
    <message>
        <source>库存里有 {source} 的出入库，却没有这张过账的单据</source>
        <translation>There are stock moves of {source}, but there is no such posted document</translation>
    </message>
    <message>
        <source>红字单 {number} 第 {line} 行没有把货原样退回</source>
        <translation>Reversal {number} line {line} does not put the goods back as they were</translation>
    </message>
    <message>
        <source>{number} 合计 {total}，明细合计 {amount}</source>
        <translation>{number}: total {total}, its lines add up to {amount}</translation>
    </message>
    <message>
        <source>{month} 结账以后又有 {source} 的出入库</source>
        <translation>There are stock moves of {source} after {month} was closed</translation>
    </message>
    <message>
        <source>{place}的 {product} 存量表是 {kept}，出入库合计 {moved}</source>
        <translation>{product} in {place}: {kept} on record, its moves add up to {moved}</translation>
    </message>
    <message>
        <source>{product} 在 {month} 的收发汇总与出入库不符</source>
        <translation>The monthly totals of {product} in {month} do not agree with its moves</translation>
    </message>
    <message>
        <source>{place}的 {product} 只有 {there} {unit}，这里要 {wanted}。改数量，或先入库</source>
        <translation>{place} has only {there} {unit} of {product}, {wanted} is wanted. Change the quantity, or receive goods first</translation>
    </message>
    <message>
        <source>{product} 现有 {there}，金额会成为 {value}。没有货就没有成本可调，有货的金额不能小于 0</source>
        <translation>{product}: {there} there would be worth {value}. Without goods there is no cost to put right, and goods are worth at least 0</translation>
    </message>
    <message>
        <source>{product} 后来又进出过，先进先出的各批对不上了，不能红冲。再重算一次</source>
        <translation>{product} came and went since, its layers no longer match, so this cannot be reversed. Recost once more</translation>
    </message>
    <message>
        <source>主营业务成本</source>
        <translation>Cost of sales</translation>
    </message>
    <message>
        <source>营业外收入</source>
        <translation>Non-operating income</translation>
    </message>
    <message>
        <source>营业外支出</source>
        <translation>Non-operating expense</translation>
    </message>
    <message>
        <source>因为：只改库存金额，货不动；另一边是选的科目</source>
        <translation>Because only the value of stock changes and no goods move; the other side is the chosen account</translation>
    </message>
    <message>
        <source>成本调整的对方科目只能是 5401、5301、5711</source>
        <translation>The counter account of a cost adjustment is 5401, 5301 or 5711</translation>
    </message>
    <message>
        <source>单据没有一行商品。至少写一行</source>
        <translation>The document has no line. Write at least one</translation>
    </message>
    <message>
        <source>{product} 按批次或序列号管理，成本调整单不能写是哪一批。用其他出库单按批出，再用其他入库单按对的成本入</source>
        <translation>{product} is kept by lot or serial number, and a cost adjustment cannot say which. Issue that lot by an other issue, then take it in again by an other receipt at the right cost</translation>
    </message>
    <message>
        <source>{product} 没有库存，没有成本可调。先入库</source>
        <translation>{product} has no stock, so no cost to put right. Receive it first</translation>
    </message>
    <message>
        <source>{product} 的调整金额是 0。填金额，或删掉这一行</source>
        <translation>The adjustment of {product} is 0. Fill it in, or delete the line</translation>
    </message>
    <message>
        <source>{product} 调 {amount}：营业外收入只收调增，营业外支出只收调减</source>
        <translation>{product} changes by {amount}: non-operating income takes only more, non-operating expense only less</translation>
    </message>
    <message>
        <source>写调整金额，或写调整后的单位成本，两个选一个</source>
        <translation>Write either the adjustment or the new unit cost</translation>
    </message>
    <message>
        <source>单位成本不能小于 0</source>
        <translation>A unit cost is at least 0</translation>
    </message>
    <message>
        <source>{product} 不管库存，不用写这张单</source>
        <translation>{product} is not kept in stock, so this paper is not for it</translation>
    </message>
    <message>
        <source>第 {line} 行：{problem}</source>
        <translation>Line {line}: {problem}</translation>
    </message>
    <message>
        <source>数量要大于 0</source>
        <translation>The quantity must be above 0</translation>
    </message>
    <message>
        <source>{product} 不管库存，不能组装</source>
        <translation>{product} is not kept in stock and cannot be assembled</translation>
    </message>
    <message>
        <source>{product} 会成为自己的零件：{path}。去掉这一行</source>
        <translation>{product} would be its own part: {path}. Delete this line</translation>
    </message>
    <message>
        <source>数量太大，像是把条码扫进了数量</source>
        <translation>The quantity is too large, perhaps a scanned barcode</translation>
    </message>
    <message>
        <source>折扣要在 0 和 1 之间</source>
        <translation>The discount must be between 0 and 1</translation>
    </message>
    <message>
        <source>单价不能小于 0</source>
        <translation>The price cannot be below 0</translation>
    </message>
    <message>
        <source>{product} 没有价格。填上单价</source>
        <translation>{product} has no price. Fill it in</translation>
    </message>
    <message>
        <source>整单优惠要在 0 和合计之间</source>
        <translation>The order discount must be between 0 and the total</translation>
    </message>
    <message>
        <source>没有仓库 {code}。核对仓库编号</source>
        <translation>There is no warehouse {code}. Check its code</translation>
    </message>
    <message>
        <source>商品不存在了。刷新后再看</source>
        <translation>The product is gone. Refresh and look again</translation>
    </message>
    <message>
        <source>没有选要退的商品</source>
        <translation>Nothing is chosen to be returned</translation>
    </message>
    <message>
        <source>{number} 已有退货 {other}。先红冲 {other}</source>
        <translation>Goods of {number} came back with {other}. Reverse {other} first</translation>
    </message>
    <message>
        <source>第 {line} 行写了两次。合成一行</source>
        <translation>Line {line} is given twice. Make it one</translation>
    </message>
    <message>
        <source>原单没有第 {line} 行</source>
        <translation>The original has no line {line}</translation>
    </message>
    <message>
        <source>第 {line} 行最多还能退 {left}</source>
        <translation>At most {left} more of line {line} can be returned</translation>
    </message>
    <message>
        <source>期初库存没有一行</source>
        <translation>The opening stock has no line</translation>
    </message>
    <message>
        <source>第 {line} 行：期初数量要大于 0</source>
        <translation>Line {line}: the opening quantity must be above 0</translation>
    </message>
    <message>
        <source>第 {line} 行：{product} 的数量最多 {places} 位小数</source>
        <translation>Line {line}: {product} takes at most {places} decimals</translation>
    </message>
    <message>
        <source>第 {line} 行：期初金额不能小于 0</source>
        <translation>Line {line}: the opening amount cannot be below 0</translation>
    </message>
    <message>
        <source>免税</source>
        <translation>Exempt</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>报溢单</source>
        <translation>Stock gain</translation>
    </message>
    <message>
        <source>报损单</source>
        <translation>Stock loss</translation>
    </message>
    <message>
        <source>拆卸单</source>
        <translation>Disassembly</translation>
    </message>
    <message>
        <source>组装单</source>
        <translation>Assembly</translation>
    </message>
    <message>
        <source>成本金额</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>拆什么</source>
        <translation>Takes apart</translation>
    </message>
    <message>
        <source>组装成</source>
        <translation>Makes</translation>
    </message>
    <message>
        <source>欠 {supplier}</source>
        <translation>owed to {supplier}</translation>
    </message>
    <message>
        <source>加工费</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>其他入库单</source>
        <translation>Other receipt</translation>
    </message>
    <message>
        <source>其他出库单</source>
        <translation>Other issue</translation>
    </message>
    <message>
        <source>对方科目</source>
        <translation>Counter account</translation>
    </message>
    <message>
        <source>经手人</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>成本调整单</source>
        <translation>Cost adjustment</translation>
    </message>
    <message>
        <source>原金额</source>
        <translation>Was worth</translation>
    </message>
    <message>
        <source>调整金额</source>
        <translation>Adjustment</translation>
    </message>
    <message>
        <source>调拨单</source>
        <translation>Stock transfer</translation>
    </message>
    <message>
        <source>单号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>调出仓</source>
        <translation>From</translation>
    </message>
    <message>
        <source>调入仓</source>
        <translation>To</translation>
    </message>
    <message>
        <source>制单</source>
        <translation>Created by</translation>
    </message>
    <message>
        <source>发货</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>收货</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>调拨入库单</source>
        <translation>Transfer receipt</translation>
    </message>
    <message>
        <source>送货</source>
        <translation>Brought by</translation>
    </message>
    <message>
        <source>盘点单</source>
        <translation>Stock count</translation>
    </message>
    <message>
        <source>账面数</source>
        <translation>Books</translation>
    </message>
    <message>
        <source>实盘数</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>差异</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>差异金额</source>
        <translation>Worth of differences</translation>
    </message>
    <message>
        <source>盘点表</source>
        <translation>Count sheet</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>仓库</source>
        <translation>Warehouse</translation>
    </message>
    <message>
        <source>品种数</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>盘点人</source>
        <translation>Counted by</translation>
    </message>
    <message>
        <source>监盘人</source>
        <translation>Watched by</translation>
    </message>
    <message>
        <source>录入</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>损溢处理单</source>
        <translation>Loss resolution</translation>
    </message>
    <message>
        <source>序</source>
        <translation>#</translation>
    </message>
    <message>
        <source>科目</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Who owes it</translation>
    </message>
    <message>
        <source>原单号</source>
        <translation>Original no.</translation>
    </message>
    <message>
        <source>商品编号</source>
        <translation>Product code</translation>
    </message>
    <message>
        <source>商品名称</source>
        <translation>Product name</translation>
    </message>
    <message>
        <source>规格</source>
        <translation>Spec</translation>
    </message>
    <message>
        <source>库管</source>
        <translation>Keeper</translation>
    </message>
    <message>
        <source>转出进项税额</source>
        <translation>Input VAT turned out</translation>
    </message>
    <message>
        <source>金额挂在待处理财产损溢，查明后另行处理</source>
        <translation>The amount waits on 1901 until it is resolved</translation>
    </message>
    <message>
        <source>退货原因</source>
        <translation>Reason for return</translation>
    </message>
    <message>
        <source>入库</source>
        <translation>In</translation>
    </message>
    <message>
        <source>出库</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>结存</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>摘要</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>单价</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Qty</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>账面</source>
        <translation>Books</translation>
    </message>
    <message>
        <source>初盘</source>
        <translation>First</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>实盘</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>库存金额</source>
        <translation>Stock value</translation>
    </message>
    <message>
        <source>单位成本</source>
        <translation>Unit cost</translation>
    </message>
    <message>
        <source>商品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>调整后成本</source>
        <translation>New unit cost</translation>
    </message>
    <message>
        <source>没有库存可调成本。先入库；按批次管理的货不能在这里调</source>
        <translation>No stock to put the cost of right. Receive it first; goods kept by lot cannot be adjusted here</translation>
    </message>
    <message>
        <source>调减得比库存金额还多。最多减到 0</source>
        <translation>That takes more than the stock is worth. At most down to 0</translation>
    </message>
    <message>
        <source>当时现存</source>
        <translation>Was on hand</translation>
    </message>
    <message>
        <source>当时金额</source>
        <translation>Was worth</translation>
    </message>
    <message>
        <source>要复盘：再数一次，扫码或填实盘数</source>
        <translation>To be counted again: scan, or type the count</translation>
    </message>
    <message>
        <source>数到一半时这种货又有进出。清空重数一次</source>
        <translation>These goods moved while they were being counted. Clear the count and count again</translation>
    </message>
    <message>
        <source>现存</source>
        <translation>On hand</translation>
    </message>
    <message>
        <source>可用</source>
        <translation>Avail.</translation>
    </message>
    <message>
        <source>下限</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>上限</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>这里没有仓库。在上面的行里填</source>
        <translation>No warehouse here. Use the lines above</translation>
    </message>
    <message>
        <source>已在第 {row} 行</source>
        <translation>Already on line {row}</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>数量不能小于 0。退货另开单，改错用红冲</source>
        <translation>The quantity cannot be below 0. Returns have their own document; mistakes are reversed</translation>
    </message>
    <message>
        <source>数量是 0。填数量，或按 Ctrl+Del 删这一行</source>
        <translation>The quantity is 0. Fill it in, or delete the line with Ctrl+Del</translation>
    </message>
    <message>
        <source>{product} 只有 {there} {unit}。改数量，或先入库</source>
        <translation>There are only {there} {unit} of {product}. Change the quantity, or receive goods first</translation>
    </message>
    <message>
        <source>{product} 现存 {there} {unit}，订单占用后可用 {available}。核对是不是给这家的</source>
        <translation>{product}: {there} {unit} on hand, {available} available after reservations. Check that it is for this customer</translation>
    </message>
    <message>
        <source>选要盘的类别</source>
        <translation>Choose the category to be counted</translation>
    </message>
    <message>
        <source>还没有盘一种商品</source>
        <translation>Nothing was counted yet</translation>
    </message>
    <message>
        <source>还有 {count} 种有账面数的商品没盘。继续盘，或选没盘到的不动还是算 0</source>
        <translation>{count} products that the books know were not counted. Go on counting, or say whether they stay as they are (skip) or count as 0 (zero)</translation>
    </message>
    <message>
        <source>{product} 写了两行。合成一行</source>
        <translation>{product} stands on two lines. Make them one</translation>
    </message>
    <message>
        <source>{product} 不管库存，不用盘</source>
        <translation>{product} is not kept in stock and need not be counted</translation>
    </message>
    <message>
        <source>实盘数不能小于 0</source>
        <translation>A count cannot be below 0</translation>
    </message>
    <message>
        <source>实盘数太大，像是把条码扫进了数量</source>
        <translation>The count is too large; a barcode seems to have been scanned into it</translation>
    </message>
    <message>
        <source>{product} 的数量最多 {places} 位小数，按 {unit} 计</source>
        <translation>{product} takes at most {places} decimals, counted by {unit}</translation>
    </message>
    <message>
        <source>数量不能小于 0</source>
        <translation>A quantity cannot be below 0</translation>
    </message>
    <message>
        <source>{product} 不按批次管理</source>
        <translation>{product} is not kept by lot</translation>
    </message>
    <message>
        <source>批号 / 序列号</source>
        <translation>Lot / serial number</translation>
    </message>
    <message>
        <source>折扣</source>
        <translation>Discount</translation>
    </message>
    <message>
        <source>折</source>
        <translation>Disc.</translation>
    </message>
    <message>
        <source>税率</source>
        <translation>Tax rate</translation>
    </message>
    <message>
        <source>价税合计</source>
        <translation>Total incl. tax</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>先选商品</source>
        <translation>Choose a product first</translation>
    </message>
    <message>
        <source>成本</source>
        <translation>Cost</translation>
    </message>
    <message>
        <source>期初结存</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>期初</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>调拨</source>
        <translation>Transfers</translation>
    </message>
    <message>
        <source>其他入库</source>
        <translation>Other receipts</translation>
    </message>
    <message>
        <source>其他出库</source>
        <translation>Other issues</translation>
    </message>
    <message>
        <source>报损</source>
        <translation>Losses</translation>
    </message>
    <message>
        <source>报溢</source>
        <translation>Gains</translation>
    </message>
    <message>
        <source>组装</source>
        <translation>Assembly</translation>
    </message>
    <message>
        <source>拆卸</source>
        <translation>Disassembly</translation>
    </message>
    <message>
        <source>红冲</source>
        <translation>Reversal</translation>
    </message>
    <message>
        <source>成本调整</source>
        <translation>Cost adjustment</translation>
    </message>
    <message>
        <source>重算成本</source>
        <translation>Recost</translation>
    </message>
    <message>
        <source>成本补差</source>
        <translation>Cost correction</translation>
    </message>
    <message>
        <source>没有单号 {number}。核对单号</source>
        <translation>There is no document {number}. Check the number</translation>
    </message>
    <message>
        <source>{number} 是别的往来单位的单</source>
        <translation>{number} belongs to another partner</translation>
    </message>
    <message>
        <source>第 {place} 行：{number} 只剩 {left} {unit} 未执行，本行超出</source>
        <translation>Line {place}: only {left} {unit} of {number} are open; this line exceeds them</translation>
    </message>
    <message>
        <source>{number} 已全部执行，没有余下的</source>
        <translation>{number} is carried out in full, nothing is left</translation>
    </message>
    <message>
        <source>第 {place} 行：{number} 的第 {line} 行不是这个商品</source>
        <translation>Line {place}: line {line} of {number} is another product</translation>
    </message>
    <message>
        <source>订单不存在了。刷新后再看</source>
        <translation>The order no longer exists. Refresh and look again</translation>
    </message>
    <message>
        <source>{place}的 {product}：订单占用或在途记着 {kept}，未完订单合计 {promised}</source>
        <translation>{product} in {place}: {kept} kept as reserved or on order, open orders add up to {promised}</translation>
    </message>
    <message>
        <source>{number} 第 {line} 行指着的订单行不存在，或是别的商品</source>
        <translation>{number} line {line} points to an order line that is missing or of another product</translation>
    </message>
    <message>
        <source>{number} 已有后续单据，不能反审核。关闭余量，或先红冲后续单据</source>
        <translation>{number} already has following documents and cannot be unapproved. Close the rest, or reverse the following documents first</translation>
    </message>
    <message>
        <source>关闭要写原因</source>
        <translation>Closing needs a reason</translation>
    </message>
    <message>
        <source>{number} 的日期在单号里，不能改。作废它，另写一张</source>
        <translation>The date of {number} is in its number and cannot change. Void it and write another</translation>
    </message>
    <message>
        <source>{number} 的这一行只剩 {left} {unit}，本行超出</source>
        <translation>Only {left} {unit} of this line of {number} are left; this line exceeds them</translation>
    </message>
    <message>
        <source>{number} 没有这一行。从原单的行里退，或清空原单</source>
        <translation>{number} has no such line. Return from the lines of the original, or clear the original</translation>
    </message>
    <message>
        <source>按原单的商品和价退，只填本次退的数量</source>
        <translation>Returned at the goods and prices of the original; only fill in the quantity</translation>
    </message>
    <message>
        <source>没有原单的退货要写退货原因，或先选原单</source>
        <translation>A return without an original needs a reason, or choose the original first</translation>
    </message>
    <message>
        <source>{number} 第 {line} 行的盘点差异和报溢报损单不符</source>
        <translation>{number}, line {line}: the difference is not what its gain or loss says</translation>
    </message>
    <message>
        <source>写成 12*，或 3* 接条码</source>
        <translation>Write 12*, or 3* and a barcode</translation>
    </message>
    <message>
        <source>{number} 从待处理财产损溢转出 {booked}，原单挂着 {waited}</source>
        <translation>{number} takes {booked} off 1901, its original left {waited} there</translation>
    </message>
    <message>
        <source>{number} 处理了 {count} 次</source>
        <translation>{number} was resolved {count} times</translation>
    </message>
    <message>
        <source>{number} 合计 {total}，明细合计 {lines}</source>
        <translation>{number} totals {total}, its lines {lines}</translation>
    </message>
    <message>
        <source>{number} 第 {line} 行写着 {written}，出入库是 {worth}</source>
        <translation>{number}, line {line} says {written}, its goods moved at {worth}</translation>
    </message>
    <message>
        <source>{number} 在 1901 上是 {held}，应当是 {right}，或转出的进项税不对</source>
        <translation>{number} stands at {held} on 1901 instead of {right}, or its input VAT is wrong</translation>
    </message>
    <message>
        <source>因为：先挂在待处理财产损溢，查明后用损溢处理单转出</source>
        <translation>Because: it waits on 1901; a loss resolution clears it once it is known who bears it</translation>
    </message>
    <message>
        <source>因为：经待处理财产损溢，转到原因“{reason}”的科目</source>
        <translation>Because: through 1901 to the account of the reason “{reason}”</translation>
    </message>
    <message>
        <source>{number} 已由 {other} 处理。先红冲 {other}</source>
        <translation>{number} was resolved by {other}. Reverse {other} first</translation>
    </message>
    <message>
        <source>{number} 合计 {total}，明细 {lines}，出入库 {worth}，科目上 {booked}，对不上</source>
        <translation>{number} totals {total}, its lines {lines}, its moves {worth}, the account {booked}: they do not agree</translation>
    </message>
    <message>
        <source>因为：其他入库，按填的价或现在的成本进库存，另一边是选的科目</source>
        <translation>Because: goods come in at the price typed or today&apos;s cost, against the account chosen</translation>
    </message>
    <message>
        <source>因为：其他出库，按现在的成本出库存，另一边是选的科目</source>
        <translation>Because: goods go out at today&apos;s cost, against the account chosen</translation>
    </message>
    <message>
        <source>科目 {account} 不能做货的去处或来源。选费用、营业外收支之类的末级科目</source>
        <translation>Goods cannot come from or go to account {account}. Choose a leaf account such as an expense or non-operating income</translation>
    </message>
    <message>
        <source>没有盘点单 {number}。核对单号</source>
        <translation>There is no stock count {number}. Check the number</translation>
    </message>
    <message>
        <source>没有报损单 {number}。核对单号</source>
        <translation>There is no stock loss {number}. Check the number</translation>
    </message>
    <message>
        <source>没有报溢单 {number}。核对单号</source>
        <translation>There is no stock gain {number}. Check the number</translation>
    </message>
    <message>
        <source>没有损溢处理单 {number}。核对单号</source>
        <translation>There is no loss resolution {number}. Check the number</translation>
    </message>
    <message>
        <source>没有其他入库单 {number}。核对单号</source>
        <translation>There is no other receipt {number}. Check the number</translation>
    </message>
    <message>
        <source>没有其他出库单 {number}。核对单号</source>
        <translation>There is no other issue {number}. Check the number</translation>
    </message>
    <message>
        <source>没有调拨单 {number}。核对单号</source>
        <translation>There is no transfer {number}. Check the number</translation>
    </message>
    <message>
        <source>没有调拨入库单 {number}。核对单号</source>
        <translation>There is no transfer receipt {number}. Check the number</translation>
    </message>
    <message>
        <source>没有选原因，或这个原因已停用。重新选</source>
        <translation>No reason was chosen, or it is out of use. Choose another</translation>
    </message>
    <message>
        <source>没有原因“{name}”，可以是 {known}</source>
        <translation>There is no reason “{name}”; it may be {known}</translation>
    </message>
    <message>
        <source>因为：待处理财产损溢转给责任人和收款，剩下的转到原因的科目</source>
        <translation>Because: 1901 is cleared to who owes it and what was paid; the rest goes to the account of the reason</translation>
    </message>
    <message>
        <source>选要处理的报损单或报溢单</source>
        <translation>Choose the loss or gain to be resolved</translation>
    </message>
    <message>
        <source>{number} 没有挂在待处理财产损溢，不用处理</source>
        <translation>{number} does not wait on 1901 and need not be resolved</translation>
    </message>
    <message>
        <source>处理日期不能早于原单的 {day}</source>
        <translation>It cannot be resolved before the original&apos;s {day}</translation>
    </message>
    <message>
        <source>{number} 不是报损单或报溢单</source>
        <translation>{number} is no loss or gain</translation>
    </message>
    <message>
        <source>{number} 只有 {total}，这里写了 {borne}。改金额</source>
        <translation>{number} is only {total}, here stands {borne}. Change the amount</translation>
    </message>
    <message>
        <source>金额要大于 0</source>
        <translation>The amount must be above 0</translation>
    </message>
    <message>
        <source>结算账户不存在或已停用。重新选</source>
        <translation>The money account is gone or disabled. Choose another</translation>
    </message>
    <message>
        <source>{account} 不能写在这里。写结算账户、1221 其他应收款或末级损益科目</source>
        <translation>{account} cannot stand here. Write a money account, 1221 or a leaf account of profit and loss</translation>
    </message>
    <message>
        <source>{account} 要写的辅助核算这里没有。换一个科目，或用手工凭证转</source>
        <translation>{account} needs dimensions that are not told here. Choose another account, or use a typed voucher</translation>
    </message>
    <message>
        <source>{number} 第 {line} 行没有照单从一个仓库调到另一个</source>
        <translation>{number}, line {line} did not move from one warehouse to the other as written</translation>
    </message>
    <message>
        <source>{product} 在途仓里有 {there}，未收的调拨单合计 {told}</source>
        <translation>{product}: {there} lie in transit, open transfers come to {told}</translation>
    </message>
    <message>
        <source>{number} 第 {line} 行收的比发的多</source>
        <translation>{number} line {line}: more was received than sent</translation>
    </message>
    <message>
        <source>调出仓和调入仓是同一个。改一个</source>
        <translation>Both warehouses are the same. Change one</translation>
    </message>
    <message>
        <source>盲盘（不看账面数）</source>
        <translation>Blind (without the books)</translation>
    </message>
    <message>
        <source>全场</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>一个类别</source>
        <translation>One category</translation>
    </message>
    <message>
        <source>选定的商品</source>
        <translation>Chosen goods</translation>
    </message>
    <message>
        <source>都要盘完</source>
        <translation>All must be counted</translation>
    </message>
    <message>
        <source>不动</source>
        <translation>Stay as they are</translation>
    </message>
    <message>
        <source>算 0</source>
        <translation>Count as 0</translation>
    </message>
    <message>
        <source>；没有差异</source>
        <translation>; no differences</translation>
    </message>
    <message>
        <source>；差异生成 {made}</source>
        <translation>; differences became {made}</translation>
    </message>
    <message>
        <source>上次进价</source>
        <translation>Last purchase price</translation>
    </message>
    <message>
        <source>先挂待处理，查明再定</source>
        <translation>Decide later who bears it</translation>
    </message>
    <message>
        <source>{number} 在途的货</source>
        <translation>Goods on their way with {number}</translation>
    </message>
    <message>
        <source>转出税额</source>
        <translation>VAT out</translation>
    </message>
    <message>
        <source>；盘点单 {number} 的差异</source>
        <translation>; a difference of count {number}</translation>
    </message>
    <message>
        <source>；已由 {number} 处理</source>
        <translation>; resolved by {number}</translation>
    </message>
    <message>
        <source>；金额挂在 1901，等处理</source>
        <translation>; waits on 1901 to be resolved</translation>
    </message>
    <message>
        <source>谁承担（账户或科目）</source>
        <translation>Who bears it (account)</translation>
    </message>
    <message>
        <source>没有写谁承担的，转到 {account} {name}</source>
        <translation>What nobody bears goes to {account} {name}</translation>
    </message>
    <message>
        <source>金额不能小于 0</source>
        <translation>The amount cannot be below 0</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>成品</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>零件数</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>零件</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>做一个用</source>
        <translation>One takes</translation>
    </message>
    <message>
        <source>参考成本</source>
        <translation>Reference cost</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>谁承担</source>
        <translation>Who bears it</translation>
    </message>
    <message>
        <source>在途，到货后再收</source>
        <translation>On its way, received later</translation>
    </message>
    <message>
        <source>调入仓现存</source>
        <translation>There</translation>
    </message>
    <message>
        <source>；到货 {numbers}</source>
        <translation>; arrived with {numbers}</translation>
    </message>
    <message>
        <source>；还没到货</source>
        <translation>; not arrived yet</translation>
    </message>
    <message>
        <source>有货的品种</source>
        <translation>Products there</translation>
    </message>
    <message>
        <source>分配给</source>
        <translation>Assigned to</translation>
    </message>
    <message>
        <source>大家</source>
        <translation>everybody</translation>
    </message>
    <message>
        <source>约值</source>
        <translation>About</translation>
    </message>
    <message>
        <source>约成本</source>
        <translation>About</translation>
    </message>
    <message>
        <source>估价</source>
        <translation>Assessed</translation>
    </message>
    <message>
        <source>这个仓库不存在了。刷新后再看</source>
        <translation>This warehouse is gone. Refresh and look again</translation>
    </message>
    <message>
        <source>库存上下限不能小于 0</source>
        <translation>Stock limits cannot be below 0</translation>
    </message>
    <message>
        <source>下限比上限多。改其中一个</source>
        <translation>The minimum is above the maximum. Change one of them</translation>
    </message>
    <message>
        <source>仓库没有名称。填上名称</source>
        <translation>The warehouse has no name. Fill it in</translation>
    </message>
    <message>
        <source>这里放的是调拨在途的货，由程序管，不能启用停用</source>
        <translation>Goods of transfers on their way lie here. The program looks after it; it is not taken in or out of use</translation>
    </message>
    <message>
        <source>至少要留一个仓库</source>
        <translation>At least one warehouse must stay</translation>
    </message>
    <message>
        <source>这个仓库里还有 {count} 种货。先调拨到别的仓库</source>
        <translation>{count} products still lie in this warehouse. Transfer them first</translation>
    </message>
    <message>
        <source>还有 {count} 种货在来这个仓库的路上。先收货，或关闭订单</source>
        <translation>{count} kinds of goods are still coming to this warehouse. Receive them or close the orders first</translation>
    </message>
    <message>
        <source>仓库编号 {code} 已经有了。换一个</source>
        <translation>Warehouse code {code} is taken. Choose another</translation>
    </message>
    <message>
        <source>已有仓库叫 {name}。换一个名称</source>
        <translation>There is a warehouse called {name} already. Choose another name</translation>
    </message>
    <message>
        <source>“{start}…”太长，最多 {length} 个字</source>
        <translation>“{start}…” is too long, at most {length} characters</translation>
    </message>
    <message>
        <source>{product} 的成本池是 {quantity} / {value}，先进先出各层合计 {layers} / {worth}</source>
        <translation>The cost pool of {product} is {quantity} / {value}, its layers come to {layers} / {worth}</translation>
    </message>
    <message>
        <source>{product} 第 {seq} 笔进货的那一层是 {quantity} / {value}，明细合计 {parts} / {worth}</source>
        <translation>The layer of {product} that came by move {seq} is {quantity} / {value}, its parts come to {parts} / {worth}</translation>
    </message>
    <message>
        <source>{source} 第 {line} 行的出入库和它动的先进先出各层不符</source>
        <translation>{source} line {line}: what moved is not what its layers took or gave</translation>
    </message>
    <message>
        <source>{number} 合计 {total}，明细 {lines}，库存金额 {worth}，科目上 {booked}，对不上</source>
        <translation>{number}: total {total}, lines {lines}, stock value {worth}, on the account {booked}: they disagree</translation>
    </message>
    <message>
        <source>{number} 第 {line} 行写的是 {written}，库存动了 {moved}</source>
        <translation>{number} line {line} says {written}, stock moved {moved}</translation>
    </message>
    <message>
        <source>{number} 第 {line} 行重算的 {source} 没有这样的出入库</source>
        <translation>{number} line {line} corrects {source}, which moved no such goods</translation>
    </message>
    <message>
        <source>没有成本调整单 {number}。核对单号</source>
        <translation>No cost adjustment {number}. Check the number</translation>
    </message>
    <message>
        <source>没有重算成本单 {number}。核对单号</source>
        <translation>No recost {number}. Check the number</translation>
    </message>
    <message>
        <source>没有选要重算的商品</source>
        <translation>No goods were chosen to recost</translation>
    </message>
    <message>
        <source>要改的单据都在已结账的月份（{months}），不能重算。差额用成本调整单记在本月</source>
        <translation>All documents that would change lie in closed months ({months}), so nothing can be recosted. Write the difference as a cost adjustment of this month</translation>
    </message>
    <message>
        <source>这些商品的成本没有要改的，不用重算</source>
        <translation>Nothing changes in what these goods cost, no recost is needed</translation>
    </message>
    <message>
        <source>{numbers} 重算以后红冲了，这张重算不能再红冲</source>
        <translation>{numbers} were reversed after the recost, so it cannot be reversed any more</translation>
    </message>
    <message>
        <source>{product} 是自己的零件。到“组成”里改</source>
        <translation>{product} is its own part. Mend it under Parts</translation>
    </message>
    <message>
        <source>{number} 成品写着 {written}，出入库是 {worth}</source>
        <translation>{number}: the product is written at {written}, it moved at {worth}</translation>
    </message>
    <message>
        <source>{number} 合计 {total}：出 {went}，入 {came}，费用 {fee}，账上付 {booked}，对不上</source>
        <translation>{number} totals {total}: out {went}, in {came}, fee {fee}, booked {booked}; they do not agree</translation>
    </message>
    <message>
        <source>因为：组装，零件按成本转成成品，加上费用</source>
        <translation>Because: assembly turns parts at cost into the product, with the fee</translation>
    </message>
    <message>
        <source>因为：拆卸，成品的成本和费用按参考成本分给零件</source>
        <translation>Because: disassembly shares the product&apos;s cost and the fee among its parts by reference cost</translation>
    </message>
    <message>
        <source>{product} 不能是自己的零件。去掉这一行</source>
        <translation>{product} cannot be its own part. Delete this line</translation>
    </message>
    <message>
        <source>加工费 {fee} 要先审批才能付。选欠着供应商，以后用付款单付</source>
        <translation>A fee of {fee} must be approved before it is paid. Choose owed to a supplier, and pay it with a payment later</translation>
    </message>
    <message>
        <source>费用不能小于 0</source>
        <translation>The fee cannot be below 0</translation>
    </message>
    <message>
        <source>写了费用，选一个付款账户，或选欠哪个供应商，只选一个</source>
        <translation>There is a fee: name the money account that pays it or the supplier who is owed it, just one</translation>
    </message>
    <message>
        <source>没有组装单 {number}。核对单号</source>
        <translation>There is no assembly {number}. Check the number</translation>
    </message>
    <message>
        <source>没有拆卸单 {number}。核对单号</source>
        <translation>There is no disassembly {number}. Check the number</translation>
    </message>
    <message>
        <source>欠着供应商</source>
        <translation>Owed to a supplier</translation>
    </message>
    <message>
        <source>送出去的，按零售价计销项税</source>
        <translation>Given away: output VAT at the retail price</translation>
    </message>
    <message>
        <source>{line}. {product}：{word} {quantity} {unit}</source>
        <translation>{line}. {product}: {word} {quantity} {unit}</translation>
    </message>
    <message>
        <source>后来：{day} 重算成本</source>
        <translation>Later: {day} recost</translation>
    </message>
    <message>
        <source>更早还有 {count} 笔，看收发明细</source>
        <translation>{count} earlier moves, see the movements</translation>
    </message>
    <message>
        <source>{line}. {product}：{word}</source>
        <translation>{line}. {product}: {word}</translation>
    </message>
    <message>
        <source>库里 {held} {unit} 值 {value}，以后值 {after}</source>
        <translation>{held} {unit} in stock were worth {value}, now {after}</translation>
    </message>
    <message>
        <source>之前：{day} {word}</source>
        <translation>Before: {day} {word}</translation>
    </message>
    <message>
        <source>按单据的金额 {amount} 入库</source>
        <translation>In at the {amount} of the document</translation>
    </message>
    <message>
        <source>库里 {held} 值 {value}，全部出完</source>
        <translation>{held} there were worth {value}, all of them went</translation>
    </message>
    <message>
        <source>库里没有，按最近成本 {cost} × {out} = {amount}</source>
        <translation>None there, at the last cost {cost} × {out} = {amount}</translation>
    </message>
    <message>
        <source>按原来进货的金额 {amount} 出库</source>
        <translation>Out at the {amount} they came in for</translation>
    </message>
    <message>
        <source>现在没有库存</source>
        <translation>No stock now</translation>
    </message>
    <message>
        <source>{source} 第 {line} 行 {product} 的批次不对</source>
        <translation>{source}, line {line}: the lot of {product} is wrong</translation>
    </message>
    <message>
        <source>{product} 批号 {code} 的存量是 {quantity}</source>
        <translation>{product}, lot {code}: the stock is {quantity}</translation>
    </message>
    <message>
        <source>{product} 的 {code} 写了两次。只写一次</source>
        <translation>{code} of {product} is told twice. Tell it once</translation>
    </message>
    <message>
        <source>{product} 的批号空着或太长</source>
        <translation>A lot of {product} is blank or too long</translation>
    </message>
    <message>
        <source>{product} 批号 {code}：有效期早于生产日期</source>
        <translation>{product}, lot {code} expires before it was made</translation>
    </message>
    <message>
        <source>{product} 的序列号 {code} 只能是一件</source>
        <translation>Serial number {code} of {product} can only be one piece</translation>
    </message>
    <message>
        <source>批号 {code} 的数量要大于 0</source>
        <translation>The quantity of lot {code} must be above 0</translation>
    </message>
    <message>
        <source>{product} 要 {wanted} 个序列号，写了 {told} 个。补齐，或改数量</source>
        <translation>{product} wants {wanted} serial numbers, {told} are told. Add the rest, or change the quantity</translation>
    </message>
    <message>
        <source>{product} 按批次管理。写上批号</source>
        <translation>{product} is kept by lot. Tell the lot</translation>
    </message>
    <message>
        <source>{product} 各批合计 {told} {unit}，这一行是 {wanted} {unit}。改成一样</source>
        <translation>The lots of {product} come to {told} {unit}, the line to {wanted} {unit}. Make them equal</translation>
    </message>
    <message>
        <source>{product} 批号 {code} 已有货，它的日期是 {known}，这里写的是 {told}。核对批号和日期</source>
        <translation>Lot {code} of {product} is in stock with the day {known}, here it says {told}. Check lot and day</translation>
    </message>
    <message>
        <source>看不懂日期“{text}”。写成 批号*数量 生产日期~有效期，如 L1*4 2026-11-01~2027-01-31</source>
        <translation>“{text}” is no day. Write lot*quantity made~expiry, such as L1*4 2026-11-01~2027-01-31</translation>
    </message>
    <message>
        <source>{product} 按批次或序列号管理，这张单不能写是哪一批。用入库、出库、退货、调拨或报损报溢单</source>
        <translation>{product} is kept by lot or serial number, and this document cannot tell which. Use a receipt, delivery, return, transfer, loss or gain</translation>
    </message>
    <message>
        <source>{product} 的序列号 {code} 已经在库。核对号码</source>
        <translation>Serial number {code} of {product} is in stock already. Check the number</translation>
    </message>
    <message>
        <source> 批号 {code}</source>
        <translation> lot {code}</translation>
    </message>
    <message>
        <source>{product} 批号 {code} 已于 {day} 过期，不能卖。换一批，或报损</source>
        <translation>Lot {code} of {product} expired on {day} and is not sold. Take another, or write a loss</translation>
    </message>
    <message>
        <source>{product} 批号 {code} 已于 {day} 过期，卖它要店长授权。请店长来，或换一批</source>
        <translation>Lot {code} of {product} expired on {day}; selling it needs the manager. Call the manager, or take another lot</translation>
    </message>
    <message>
        <source>{product} 的序列号 {code} 不在这个仓库。核对号码，或先入库</source>
        <translation>Serial number {code} of {product} is not in this warehouse. Check the number, or receive it first</translation>
    </message>
    <message>
        <source>{product} 批号 {code} 这里只有 {left} {unit}，要 {wanted}。换一批，或改数量</source>
        <translation>Of lot {code} of {product} there are {left} {unit} here, {wanted} are wanted. Take another lot, or change the quantity</translation>
    </message>
    <message>
        <source>{product} 没过期的只有 {left} {unit}，要 {wanted}；另有 {expired} {unit} 已过期。改数量，或先入库</source>
        <translation>Of {product} only {left} {unit} have not expired, {wanted} are wanted; {expired} {unit} more have expired. Change the quantity, or receive first</translation>
    </message>
    <message>
        <source>{product} 各批合计只有 {left} {unit}，要 {wanted}。改数量，或先入库</source>
        <translation>All lots of {product} come to {left} {unit}, {wanted} are wanted. Change the quantity, or receive first</translation>
    </message>
    <message>
        <source>{product} 按序列号管理。写上退回来的是哪几个序列号</source>
        <translation>{product} has serial numbers. Tell which of them come back</translation>
    </message>
    <message>
        <source>{product} 的 {code} 在原单这一行最多还能退 {left} {unit}</source>
        <translation>Of {code} of {product} at most {left} {unit} of this line can still come back</translation>
    </message>
    <message>
        <source>批号 {lots}</source>
        <translation>lot {lots}</translation>
    </message>
    <message>
        <source>有短少，没有写原因。选一个报损原因</source>
        <translation>Goods are short without a reason. Choose the reason of the loss</translation>
    </message>
    <message>
        <source>{number} 是一步调拨，货已经入库，不用再收</source>
        <translation>{number} was in one step; its goods are in already</translation>
    </message>
    <message>
        <source>{number} 已红冲，没有在途的货</source>
        <translation>{number} is reversed; nothing of it is on its way</translation>
    </message>
    <message>
        <source>收货日期不能早于 {number} 的 {day}</source>
        <translation>The day cannot be before that of {number}, {day}</translation>
    </message>
    <message>
        <source>{number} 没有在途的货可收了。一件都没到，就从调拨单上写报损单</source>
        <translation>{number} has nothing left to receive. If nothing came at all, write a loss from the transfer</translation>
    </message>
    <message>
        <source>{number} 已由 {others} 收货或报损。先红冲 {others}</source>
        <translation>{number} was received or written off by {others}. Reverse {others} first</translation>
    </message>
    <message>
        <source>第 {place} 行：{number} 没有发这个商品</source>
        <translation>Line {place}: {number} did not send these goods</translation>
    </message>
    <message>
        <source>第 {place} 行：{number} 的 {product} 只剩 {left} {unit} 在途，这里要 {wanted}</source>
        <translation>Line {place}: of {product} only {left} {unit} are on their way with {number}, {wanted} are wanted here</translation>
    </message>
    <message>
        <source>{product} 的 {code} 不在这张调拨单的在途货里</source>
        <translation>{code} of {product} is not on its way with this transfer</translation>
    </message>
    <message>
        <source>在途</source>
        <translation>In transit</translation>
    </message>
    <message>
        <source>短少</source>
        <translation>Short</translation>
    </message>
    <message>
        <source>短少的数量不能小于 0</source>
        <translation>What is short cannot be below 0</translation>
    </message>
</context>
<context>
    <name>summary</name>
    <message>
        <source>销售</source>
        <translation>Sale</translation>
    </message>
    <message>
        <source>销售退货</source>
        <translation>Sales return</translation>
    </message>
    <message>
        <source>采购</source>
        <translation>Purchase</translation>
    </message>
    <message>
        <source>采购退货</source>
        <translation>Purchase return</translation>
    </message>
    <message>
        <source>采购折让</source>
        <translation>Purchase allowance</translation>
    </message>
    <message>
        <source>采购发票</source>
        <translation>Purchase invoice</translation>
    </message>
    <message>
        <source>收款</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>付款</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>预收</source>
        <translation>Advance received</translation>
    </message>
    <message>
        <source>预付</source>
        <translation>Advance paid</translation>
    </message>
    <message>
        <source>核销</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <source>转账</source>
        <translation>Debt moved</translation>
    </message>
    <message>
        <source>坏账</source>
        <translation>Bad debt</translation>
    </message>
    <message>
        <source>收回坏账</source>
        <translation>Bad debt recovered</translation>
    </message>
    <message>
        <source>无法偿付</source>
        <translation>Payable written off</translation>
    </message>
    <message>
        <source>转款</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>费用</source>
        <translation>Expense</translation>
    </message>
    <message>
        <source>其他收入</source>
        <translation>Other income</translation>
    </message>
    <message>
        <source>期初库存</source>
        <translation>Opening stock</translation>
    </message>
    <message>
        <source>期初</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>零售</source>
        <translation>Till sale</translation>
    </message>
    <message>
        <source>零售退货</source>
        <translation>Till return</translation>
    </message>
    <message>
        <source>红冲</source>
        <translation>Reversal of</translation>
    </message>
    <message>
        <source>小规模免征增值税</source>
        <translation>VAT exempt, small-scale</translation>
    </message>
    <message>
        <source>计提附加税费</source>
        <translation>Surcharges accrued</translation>
    </message>
    <message>
        <source>计提所得税</source>
        <translation>Income tax accrued</translation>
    </message>
    <message>
        <source>结转本期损益</source>
        <translation>Profit and loss carried over</translation>
    </message>
    <message>
        <source>结转本年利润</source>
        <translation>Year&apos;s profit carried over</translation>
    </message>
    <message>
        <source>转出未交增值税</source>
        <translation>VAT payable carried out</translation>
    </message>
    <message>
        <source>转出多交增值税</source>
        <translation>VAT overpaid carried out</translation>
    </message>
    <message>
        <source>注销 {month}-{day} 的凭证 {voucher}</source>
        <translation>Cancels voucher {voucher} of {month}-{day}</translation>
    </message>
    <message>
        <source>订正 {month}-{day} 的凭证 {voucher}</source>
        <translation>Instead of voucher {voucher} of {month}-{day}</translation>
    </message>
    <message>
        <source>收银台 {till} 交班</source>
        <translation>Till {till} closed</translation>
    </message>
</context>
<context>
    <name>widgets</name>
    <message>
        <source>没有“{action}”的权限。换有权限的人登录，或请店长操作。</source>
        <translation>You have no right to “{action}”. Somebody with the right logs in, or ask the manager.</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>待审核</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>已审核</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>部分出库</source>
        <translation>Part sent</translation>
    </message>
    <message>
        <source>部分成交</source>
        <translation>Part won</translation>
    </message>
    <message>
        <source>部分回复</source>
        <translation>Partial</translation>
    </message>
    <message>
        <source>已成交</source>
        <translation>Won</translation>
    </message>
    <message>
        <source>流失</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>部分入库</source>
        <translation>Part in</translation>
    </message>
    <message>
        <source>部分收款</source>
        <translation>Part paid</translation>
    </message>
    <message>
        <source>在途</source>
        <translation>In transit</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Voided</translation>
    </message>
    <message>
        <source>已红冲</source>
        <translation>Reversed</translation>
    </message>
    <message>
        <source>红字单</source>
        <translation>Reversal</translation>
    </message>
    <message>
        <source>挂单</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>未记账</source>
        <translation>Unposted</translation>
    </message>
    <message>
        <source>已记账</source>
        <translation>Posted</translation>
    </message>
    <message>
        <source>已结账</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>免税</source>
        <translation>Exempt</translation>
    </message>
    <message>
        <source>“1”看不出是 1 折还是不打折。填 1折，或清空</source>
        <translation>“1” may mean 90% off or no discount. Write 1折 for 90% off, or clear it</translation>
    </message>
    <message>
        <source>“{text}”不是折扣。填如 95 或 9.5折</source>
        <translation>“{text}” is not a discount. Write what is left to pay, like 95 for 5% off</translation>
    </message>
    <message>
        <source>“{text}”不是日期。填如 11-20 或 2026-11-20</source>
        <translation>“{text}” is not a date. Write one like 11-20 or 2026-11-20</translation>
    </message>
    <message>
        <source>没有别的单位</source>
        <translation>there is no other unit</translation>
    </message>
    <message>
        <source>“{text}”里的“{unit}”不是这个商品的单位。它有：{known}</source>
        <translation>“{unit}” in “{text}” is not a unit of this product. It has: {known}</translation>
    </message>
    <message>
        <source>“{text}”太大了</source>
        <translation>“{text}” is too large</translation>
    </message>
    <message>
        <source>“{text}”算不出数。填如 24、12*24+5</source>
        <translation>“{text}” is no number. Write one like 24 or 12*24+5</translation>
    </message>
    <message>
        <source>减 {percent}</source>
        <translation>{percent} off</translation>
    </message>
    <message>
        <source>{paid}折</source>
        <translation>{paid}折</translation>
    </message>
    <message>
        <source>{start} 至 {end}</source>
        <translation>{start} to {end}</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>本周</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>上月</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>本季</source>
        <translation>This quarter</translation>
    </message>
    <message>
        <source>本年</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>“{text}”的结束早于开始</source>
        <translation>“{text}” ends before it begins</translation>
    </message>
    <message>
        <source>“{text}”不是期间。填如 11.1-20、11月</source>
        <translation>“{text}” is not a period. Write one like 11.1-20 or 2026-11</translation>
    </message>
    <message>
        <source>“{text}”找到 {count} 个</source>
        <translation>“{text}”: {count} found</translation>
    </message>
    <message>
        <source>没有“{text}”。换个说法</source>
        <translation>No “{text}”. Try other words</translation>
    </message>
    <message>
        <source>第 {row} 行，{column}，{text}</source>
        <translation>Line {row}, {column}, {text}</translation>
    </message>
    <message>
        <source>已取消，什么也没有改动。</source>
        <translation>Cancelled, nothing was changed.</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Disable</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
</context>
</TS>
