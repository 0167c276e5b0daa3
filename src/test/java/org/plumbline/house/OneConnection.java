package org.plumbline.house;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/** A connection beside the server's pool, without automatic commits, as a data source that always hands out that one. */
public final class OneConnection implements AutoCloseable {
    public final Connection connection;

    /** @param prefix quarkus.flyway for the owner, quarkus.datasource for the program's role */
    public OneConnection(String prefix) throws SQLException {
        var config = ConfigProvider.getConfig();
        connection = DriverManager.getConnection(
                config.getValue("quarkus.flyway.jdbc-url", String.class),
                config.getValue(prefix + ".username", String.class),
                config.getValue(prefix + ".password", String.class));
        connection.setAutoCommit(false);
    }

    /** Runs a statement. */
    public void sql(String statement) throws SQLException {
        try (var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    /** Whoever closes what it hands out, the connection stays open. */
    public DataSource asDataSource() {
        var loader = OneConnection.class.getClassLoader();
        var lent = Proxy.newProxyInstance(loader, new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) return null;
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        return (DataSource)
                Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> lent);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
