import { Button } from 'antd';
import { Component, type ErrorInfo, type ReactNode } from 'react';

interface Properties {
  readonly children: ReactNode;
}

/** Where a mistake of ours in a screen ends: words and a way on instead of an empty window. */
export class FaultBoundary extends Component<Properties, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <div className="screen-middle">
        <div className="problem" role="alert">
          <p className="problem-what">这个页面出了差错，没有显示出来。</p>
          <p className="problem-more">
            已经保存的内容都在。请重新载入；仍不行时，请重新启动年报助手。
          </p>
          <div className="problem-answers">
            <Button type="primary" onClick={() => window.location.reload()}>
              重新载入
            </Button>
          </div>
        </div>
      </div>
    );
  }
}
