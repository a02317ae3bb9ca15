import { useSignal } from '@preact/signals';
import type { DescribedToken } from '../../core/model/token.ts';
import { OutLink } from '../parts/out-link.tsx';

/** How far the trying of a token has come. */
export type TokenTrial =
  | { readonly kind: 'none' }
  | { readonly kind: 'testing' }
  | { readonly kind: 'good'; readonly login: string }
  | { readonly kind: 'bad'; readonly problem: string };

export interface TokenProps {
  readonly token: DescribedToken | null;
  readonly trial: TokenTrial;
  readonly onTryToken: (token: string, remember: boolean) => void;
  readonly onWipeToken: () => void;
}

/** A token is never needed for public repositories; it is tested before it is kept, and never shown again. */
export function TokenSection(props: TokenProps) {
  const { token, trial } = props;
  return (
    <section>
      <h2>GitHub token</h2>
      <p>
        You need none for public repositories. With one, GitHub answers 5,000 requests an hour instead of 60, and
        private repositories that the token may read can be looked at.
      </p>
      {token === null && (
        <p>
          Make a <OutLink href="https://github.com/settings/personal-access-tokens/new">fine-grained token</OutLink>{' '}
          with “Public repositories” and no further permission. For private repositories, choose them and give
          “Contents: read-only”. It is sent to <code>api.github.com</code> and nowhere else.
        </p>
      )}
      {token === null ? <TokenForm {...props} /> : <KeptToken token={token} onWipe={props.onWipeToken} />}
      <p class={trial.kind === 'bad' ? 'input-problem' : 'said'} role="status" id="token-said">
        {trialWords(trial)}
      </p>
    </section>
  );
}

function trialWords(trial: TokenTrial): string {
  if (trial.kind === 'testing') return 'Asking GitHub whether the token is good…';
  if (trial.kind === 'good') return `GitHub knows it as a token of ${trial.login}.`;
  return trial.kind === 'bad' ? trial.problem : '';
}

function TokenForm({ trial, onTryToken }: TokenProps) {
  const text = useSignal('');
  const remember = useSignal(false);
  return (
    <form
      class="token-form"
      onSubmit={(event) => {
        event.preventDefault();
        onTryToken(text.value.trim(), remember.value);
      }}
    >
      <label for="token">Token</label>
      <div class="input-line">
        <input
          id="token"
          type="password"
          autocomplete="off"
          spellcheck={false}
          value={text}
          aria-invalid={trial.kind === 'bad'}
          aria-describedby="token-said"
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
        <button type="submit" class="button is-primary" disabled={trial.kind === 'testing'}>
          Test and keep
        </button>
      </div>
      <label class="check-line">
        <input
          type="checkbox"
          checked={remember}
          onChange={(event) => {
            remember.value = event.currentTarget.checked;
          }}
        />
        <span>
          Remember it on this computer <span class="muted">(else it is gone when the browser closes)</span>
        </span>
      </label>
    </form>
  );
}

const KINDS: Readonly<Record<DescribedToken['kind'], string>> = {
  'fine-grained': 'A fine-grained token',
  classic: 'A classic token',
  other: 'A token',
};

function KeptToken({ token, onWipe }: { readonly token: DescribedToken; readonly onWipe: () => void }) {
  return (
    <div class="kept-token">
      <p>
        {KINDS[token.kind]} that ends in <code>{token.lastFour}</code> is kept{' '}
        {token.remembered ? 'on this computer' : 'until the browser closes'}.
      </p>
      <button type="button" class="button is-danger" onClick={onWipe}>
        Wipe the token
      </button>
    </div>
  );
}
