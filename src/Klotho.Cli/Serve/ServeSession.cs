using System.Threading.Channels;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Serve;

/// <summary>
/// Answers requests one after the other, each by the files as they are at that moment. Between requests it looks at the files, and says
/// which diagnostics there are when they are others than before.
/// </summary>
internal sealed class ServeSession(MessageChannel messages, ServedApplication application)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly Channel<byte[]> waiting = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true, SingleWriter = true });
    private byte[] said = [];
    private bool isWatching;

    /// <summary>Ends when the client says so or closes its side.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = ReadAsync(stop.Token);
        try
        {
            while (await NextAsync(stop.Token) is { } message)
            {
                if (!await HandleAsync(message, stop.Token))
                {
                    return ExitCode.Done;
                }

                await TellAsync(stop.Token);
            }
        }
        finally
        {
            await stop.CancelAsync();
        }

        if (await reading is { } broken)
        {
            Terminal.Mistake($"{broken} klotho serve ends, because it cannot tell where the next message begins.");
            return ExitCode.InputHasErrors;
        }

        return ExitCode.Done;
    }

    /// <summary>Takes messages in while others are worked at. What was wrong with the input, if anything was.</summary>
    private async Task<string?> ReadAsync(CancellationToken cancel)
    {
        try
        {
            while (await messages.ReadAsync(cancel) is { } message)
            {
                await waiting.Writer.WriteAsync(message, cancel);
            }

            return null;
        }
        catch (InvalidDataException broken)
        {
            return broken.Message;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            waiting.Writer.TryComplete();
        }
    }

    /// <summary>The next message; until there is one, the files are looked at now and then.</summary>
    private async Task<byte[]?> NextAsync(CancellationToken cancel)
    {
        var ready = waiting.Reader.WaitToReadAsync(cancel).AsTask();
        while (isWatching && await Task.WhenAny(ready, Task.Delay(BetweenLooks, cancel)) != ready)
        {
            await TellAsync(cancel);
        }

        return await ready && waiting.Reader.TryRead(out var message) ? message : null;
    }

    /// <summary>Says which diagnostics there are, if nobody asks for anything else and they are others than it said last.</summary>
    private async Task TellAsync(CancellationToken cancel)
    {
        if (!isWatching || waiting.Reader.TryPeek(out _) || !application.IsNew())
        {
            return;
        }

        try
        {
            var diagnostics = RpcText.Of(await ServedMethods.DiagnosticsAsync(application, cancel));
            application.Told();
            if (!diagnostics.AsSpan().SequenceEqual(said))
            {
                said = diagnostics;
                await messages.WriteAsync(RpcText.Notification("diagnostics/changed", diagnostics), cancel);
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // A file that is written at this moment: the next look sees it whole.
        }
    }

    /// <summary>False when the client wants no more.</summary>
    private async Task<bool> HandleAsync(byte[] message, CancellationToken cancel)
    {
        var (request, error) = RpcRequest.Parse(message);
        if (request is null)
        {
            await messages.WriteAsync(RpcText.Answer(null, new(null, error)), cancel);
            return true;
        }

        if (request.Method == ServedMethods.Exit)
        {
            return false;
        }

        var answer = await AnswerAsync(request, cancel);
        isWatching |= request.Method == ServedMethods.Initialize;
        if (request.Id is { } id)
        {
            await messages.WriteAsync(RpcText.Answer(id, answer), cancel);
        }

        return true;
    }

    private async Task<RpcAnswer> AnswerAsync(RpcRequest request, CancellationToken cancel)
    {
        try
        {
            return await ServedMethods.AnswerAsync(request, application, cancel);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return RpcAnswer.Failed(RpcError.Unreadable, unreadable.Message);
        }
    }
}
